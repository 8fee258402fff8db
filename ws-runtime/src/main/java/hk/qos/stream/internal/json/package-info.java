/**
 * Reads JSON from bytes and writes it to bytes, without {@link String} where possible, for generated decoders and encoders.
 * Knows JSON and Netty's buffers, but no connections and no protocol.
 */
@NullMarked
package hk.qos.stream.internal.json;

import org.jspecify.annotations.NullMarked;
