// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * The HTTP interfaces: the two typed faces, the Retrofit interface below them, and a list of all operations.
 * Nothing here decides when to send, to wait or to try again; that is in {@link hk.qos.client.call}.
 */
@NullMarked
package hk.qos.client.api;

import org.jspecify.annotations.NullMarked;

