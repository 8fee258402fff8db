/**
 * One stream through thousands of faults: {@code mvn -q -Psoak -Dsoak.reconnects=N -Dsoak.minutes=M}. Resources must
 * not grow, no subscription may be lost, and every missing trade must lie in a reported gap.
 */
@NullMarked
package hk.qos.soak;

import org.jspecify.annotations.NullMarked;
