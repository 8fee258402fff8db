/**
 * The other side of a comparison, taken from git and built by Maven, and what japicmp says of two builds of the Java
 * artifacts. What a document says must not matter here.
 */
@NullMarked
package hk.qos.spec.diff.artifact;

import org.jspecify.annotations.NullMarked;
