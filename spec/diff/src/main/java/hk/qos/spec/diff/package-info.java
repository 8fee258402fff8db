/**
 * Compares the documents and the Java API with those of another commit: verdicts, version, report and changelog entry.
 * {@code spec/diff/README.md} lists the tools for each step; the verdicts on documents are in two tables.
 */
@NullMarked
package hk.qos.spec.diff;

import org.jspecify.annotations.NullMarked;
