/**
 * One stream through thousands of faults: {@code mvn -q -Psoak -Dsoak.reconnects=N -Dsoak.minutes=M}. Nothing may grow, no
 * subscription be forgotten, and every trade that did not arrive must lie in a gap that was told.
 */
@NullMarked
package hk.qos.soak;

import org.jspecify.annotations.NullMarked;
