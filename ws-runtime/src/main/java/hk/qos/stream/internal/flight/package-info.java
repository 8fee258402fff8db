/**
 * What a flight recording of the JVM shows of a stream: one event for each connection, one for each gap.
 * Internal. Nothing here may be needed: a runtime without the module {@code jdk.jfr} records nothing, and all else works.
 */
@NullMarked
package hk.qos.stream.internal.flight;

import org.jspecify.annotations.NullMarked;
