// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * The stream: its typed face, its channels and commands, and the dialect that reads its frames.
 * When frames are sent, and what becomes of the connection, is not decided here but in {@link hk.qos.stream}.
 */
@NullMarked
package hk.qos.client.internal.stream;

import org.jspecify.annotations.NullMarked;
