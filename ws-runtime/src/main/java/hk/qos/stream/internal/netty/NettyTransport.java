package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Resolver;
import hk.qos.stream.internal.io.Transport;
import hk.qos.stream.spi.StreamSetup;

/** Makes connections with Netty. */
final class NettyTransport implements Transport {
    private final StreamSetup options;
    private final NettyLoop loop;
    private final Endpoint endpoint;
    private final DnsLookups lookups;
    private final Addresses addresses;
    private final Runnable afterRead;

    /** @param afterRead runs on the loop when all that was read is decoded */
    NettyTransport(StreamSetup options, NettyLoop loop, Resolver resolver, Runnable afterRead) {
        this.options = options;
        this.loop = loop;
        this.endpoint = new Endpoint(options);
        this.lookups = new DnsLookups(resolver, loop, options.name());
        this.addresses = new Addresses(lookups);
        this.afterRead = afterRead;
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        NettyConnection connection = new NettyConnection(options, loop, endpoint, addresses, afterRead, listener);
        connection.start();
        return connection;
    }

    /** Stops name lookups. */
    void close() {
        lookups.close();
    }
}
