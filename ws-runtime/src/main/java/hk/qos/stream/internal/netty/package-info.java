/**
 * The transport and the loop on Netty. Only this package uses sockets, TLS and threads. It does not decide when to connect, what
 * to send or how to handle the end of a connection.
 *
 * <pre>
 * NettyConnection   resolves, connects, passes the proxy, secures and upgrades; one timeout for each step
 * HeapBuffers -> FrameGate -> ConnectionListener.onText     a whole text message, decoded where it was read
 *                    |-> frame decoder -> WholeMessages -> FrameHandler     fragments, control frames, compression
 * ConnectionFailures   names what ended the connection
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.netty;

import org.jspecify.annotations.NullMarked;
