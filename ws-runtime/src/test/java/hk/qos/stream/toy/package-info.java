/** A protocol made up for tests: lines of words. That the runtime speaks it proves that it knows no other. */
@NullMarked
package hk.qos.stream.toy;

import org.jspecify.annotations.NullMarked;
