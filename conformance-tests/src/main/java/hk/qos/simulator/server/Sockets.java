package hk.qos.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;

/** Ends connections in ways that a well-behaved server does not. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the connection, and that is all there is to do.
final class Sockets {
    private Sockets() {}

    /** FIN without a word: neither a close frame nor TLS's farewell. */
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
