package hk.qos.stream.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * The last handler until the upgrade: every other exception of the pipeline ends the attempt. Proxy and TLS handlers also
 * fail their futures, which report first.
 */
final class AttemptHandler extends ChannelInboundHandlerAdapter {
    private final Endpoint endpoint;
    private final NettyConnection connection;

    AttemptHandler(Endpoint endpoint, NettyConnection connection) {
        this.endpoint = endpoint;
        this.connection = connection;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        connection.end(ConnectionFailures.connecting(endpoint, cause));
    }
}
