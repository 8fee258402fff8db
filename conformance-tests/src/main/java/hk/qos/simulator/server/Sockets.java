package hk.qos.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;

/** Ends connections in ways that a well-behaved server does not. */
@SuppressWarnings("FutureReturnValueIgnored") // A failed write ends the connection; nothing else is to be done.
final class Sockets {
    private Sockets() {}

    /** Sends FIN without a Close frame and without a TLS close_notify. */
    static void cut(Channel channel) {
        channel.eventLoop().execute(() -> closeBelowTls(channel));
    }

    /** RST. */
    static void reset(Channel channel) {
        channel.eventLoop().execute(() -> {
            if (channel.isOpen()) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                closeBelowTls(channel);
            }
        });
    }

    private static void closeBelowTls(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null) {
            channel.close();
        } else {
            first.close();
        }
    }
}
