/**
 * A market that is a pure function of seed, instrument and time: trades make minutes, minutes make sessions, sessions
 * make days, and every figure derives from the same trades. Nothing here depends on HTTP, the stream or their messages,
 * and the only state is caches and scripts.
 */
@NullMarked
package hk.qos.simulator.market;

import org.jspecify.annotations.NullMarked;
