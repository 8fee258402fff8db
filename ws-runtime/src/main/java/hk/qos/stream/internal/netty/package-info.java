/**
 * The transport and the loop on Netty: the only place where sockets, TLS and threads are touched. Internal.
 * Nothing here decides when to connect, what to send or what an end means.
 */
@NullMarked
package hk.qos.stream.internal.netty;

import org.jspecify.annotations.NullMarked;
