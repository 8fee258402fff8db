/** A protocol for tests: lines of words. It verifies that the runtime is independent of a specific protocol. */
@NullMarked
package hk.qos.stream.toy;

import org.jspecify.annotations.NullMarked;
