/**
 * Events of a stream in flight recordings of the JVM: one for each connection and each gap. Without the module
 * {@code jdk.jfr} nothing is recorded, and the stream works as usual.
 */
@NullMarked
package hk.qos.stream.internal.flight;

import org.jspecify.annotations.NullMarked;
