/**
 * Records what a stream receives, on a separate thread. It knows files and bytes, but not the meaning of the bytes.
 */
@NullMarked
package hk.qos.stream.internal.recording;

import org.jspecify.annotations.NullMarked;
