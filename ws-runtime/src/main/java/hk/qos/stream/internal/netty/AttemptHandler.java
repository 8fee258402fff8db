package hk.qos.stream.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands last until the upgrade. Proxy and TLS throw what they have already told their futures; whatever else is thrown
 * ends the attempt here.
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
