/**
 * What the engine asks of the world: a loop with a clock, and a transport that makes connections. Internal.
 * Only interfaces, plain data and the timer of deadlines live here; neither Netty channels nor decisions do.
 */
@NullMarked
package hk.qos.stream.internal.io;

import org.jspecify.annotations.NullMarked;
