/**
 * A market that is a pure function of seed, instrument and time: trades make minutes, minutes make sessions, sessions
 * make days, and every figure is read off the same trades. Nothing here knows HTTP, the stream or a message of
 * either, and nothing keeps state but caches.
 */
@NullMarked
package hk.qos.simulator.market;

import org.jspecify.annotations.NullMarked;
