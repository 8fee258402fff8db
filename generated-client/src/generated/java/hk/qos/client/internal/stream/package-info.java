// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * The stream: its typed face, its channels and commands, and the dialect that reads its frames.
 * {@link hk.qos.stream} decides when frames are sent, and manages the connection.
 */
@NullMarked
package hk.qos.client.internal.stream;

import org.jspecify.annotations.NullMarked;
