/**
 * Fuzz tests of the stream's readers: a generator of invalid input, and checks of the results. {@code mvn -q -Pfuzz
 * -Dfuzz.seconds=S} runs them for long, every build for a moment.
 */
@NullMarked
package hk.qos.client.internal.stream.fuzz;

import org.jspecify.annotations.NullMarked;
