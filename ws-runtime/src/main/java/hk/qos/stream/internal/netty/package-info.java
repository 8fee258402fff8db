/**
 * The transport and the loop on Netty. Only this package uses sockets, TLS and threads. It does not decide when to connect, what
 * to send or how to handle the end of a connection.
 */
@NullMarked
package hk.qos.stream.internal.netty;

import org.jspecify.annotations.NullMarked;
