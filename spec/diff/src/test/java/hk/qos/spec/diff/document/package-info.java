/** Edits of a small pair of documents, and what the comparison says of each. Unmarked: tests may pass nulls. */
package hk.qos.spec.diff.document;
