/**
 * Reads JSON from bytes and writes it to bytes, without {@link String} where possible, for generated decoders and encoders.
 * Knows JSON and Netty's buffers, but no connections and no protocol.
 *
 * <pre>
 * ByteScanner     bytes: white space, strings, numbers, literals
 *   JsonNesting   objects, arrays and names
 *     JsonCursor  values; TextWords reads short decimals and keys by words, Decimals the long ones
 * StringTable     one String for each key; ItemStack collects lists; JsonOutput writes
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.json;

import org.jspecify.annotations.NullMarked;
