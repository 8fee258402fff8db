/**
 * What a change of the documents means to those who use the SDK: the verdict, the version that it asks for, the report
 * and the changelog entry. How documents, archives and commits are read and compared must not live here.
 */
@NullMarked
package hk.qos.spec.diff;

import org.jspecify.annotations.NullMarked;
