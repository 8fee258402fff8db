/**
 * Compares two versions of the documents: openapi-diff finds what differs in what is sent and answered, this package
 * says what that means, and looks itself only at what openapi-diff does not know. Nothing here knows of git or Java.
 */
@NullMarked
package hk.qos.spec.diff.document;

import org.jspecify.annotations.NullMarked;
