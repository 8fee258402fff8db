/** Builds compared with builds, and commits read. Unmarked: tests may pass nulls. */
package hk.qos.spec.diff.artifact;
