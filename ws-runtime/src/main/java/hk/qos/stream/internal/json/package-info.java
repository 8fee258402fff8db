/**
 * Reading JSON from bytes and writing it to bytes, without a detour through {@link String} where none is needed; used by
 * decoders and encoders that are generated. Knows JSON and Netty's buffers, and neither connections nor any protocol.
 */
@NullMarked
package hk.qos.stream.internal.json;

import org.jspecify.annotations.NullMarked;
