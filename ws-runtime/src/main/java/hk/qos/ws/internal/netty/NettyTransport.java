package hk.qos.ws.internal.netty;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.internal.io.Connection;
import hk.qos.ws.internal.io.ConnectionListener;
import hk.qos.ws.internal.io.Transport;

/** Makes connections with Netty. */
final class NettyTransport implements Transport {
    private final StreamOptions options;
    private final NettyLoop loop;
    private final Endpoint endpoint;
    private final Resolver resolver;

    NettyTransport(StreamOptions options, NettyLoop loop) {
        this.options = options;
        this.loop = loop;
        this.endpoint = new Endpoint(options);
        this.resolver = new Resolver(options.name());
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        NettyConnection connection = new NettyConnection(options, loop, endpoint, resolver, listener);
        connection.start();
        return connection;
    }
}
