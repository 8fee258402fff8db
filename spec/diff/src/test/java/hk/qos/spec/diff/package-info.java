/** Versions, changelog entries and whole runs in a repository of their own. Not null-marked, since tests may pass nulls. */
package hk.qos.spec.diff;
