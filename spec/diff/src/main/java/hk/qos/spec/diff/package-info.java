/**
 * What a change of the documents and of the Java API means to those who use the SDK: verdicts, version, report and changelog
 * entry. {@code spec/diff/README.md} says which tool finds what; the verdicts on documents are in the two tables.
 */
@NullMarked
package hk.qos.spec.diff;

import org.jspecify.annotations.NullMarked;
