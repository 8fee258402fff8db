/**
 * The engine's interface to its environment: a loop with clocks, and a transport that makes connections. Contains interfaces,
 * plain data and the timeout timer, but no Netty channels and no decisions.
 */
@NullMarked
package hk.qos.stream.internal.io;

import org.jspecify.annotations.NullMarked;
