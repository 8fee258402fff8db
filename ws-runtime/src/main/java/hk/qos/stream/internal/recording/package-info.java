/**
 * Writes down what a stream receives, for those who ask for it, on a thread of its own. Internal. It knows files and bytes;
 * what the bytes mean, and what the stream does with them, it does not.
 */
@NullMarked
package hk.qos.stream.internal.recording;

import org.jspecify.annotations.NullMarked;
