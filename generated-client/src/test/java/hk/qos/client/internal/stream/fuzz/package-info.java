/**
 * What the stream does with bytes that no server should send: a generator of such bytes, and what is asked of the readers.
 * Run for long by {@code mvn -q -Pfuzz -Dfuzz.seconds=S}, and for a moment in every build.
 */
@NullMarked
package hk.qos.client.internal.stream.fuzz;

import org.jspecify.annotations.NullMarked;
