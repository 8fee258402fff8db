/** Versions, changelog entries and whole runs in a repository of their own. Unmarked: tests may pass nulls. */
package hk.qos.spec.diff;
