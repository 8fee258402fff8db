package hk.qos.simulator.server;

import hk.qos.simulator.settings.Certificate;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The listening socket and its accepted connections. */
public final class Server implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int LARGEST_BODY = 1 << 20;
    private static final int CLOSE_SECONDS = 5;

    private final EventLoopGroup loops;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final @Nullable Tls tls;
    private final Channel listener;

    /**
     * Starts listening.
     *
     * @throws IllegalStateException if the port is in use or not permitted; the message names it
     */
    public Server(ServerContext server) {
        Certificate certificate = server.settings().certificate();
        this.tls = certificate == Certificate.NONE ? null : Tls.of(certificate);
        this.loops = loops();
        HttpResponder http = new HttpResponder(server);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, server, http);
                    }
                });
        String host = server.settings().host();
        int port = server.settings().port();
        var bound = bootstrap.bind(host, port).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, bound.cause());
        }
        this.listener = bound.channel();
    }

    @SuppressWarnings("deprecation") // Netty 4.1, with which users' tests may run, has no other.
    private static EventLoopGroup loops() {
        return new NioEventLoopGroup(THREADS, new DefaultThreadFactory("qos-simulator", true));
    }

    private void accept(SocketChannel channel, ServerContext server, HttpResponder http) {
        channels.add(channel);
        if (tls != null) {
            channel.pipeline().addLast(tls.context().newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(
                        new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new RequestRouter(server, http));
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The authority that a client must trust, null without TLS. */
    public @Nullable X509Certificate authority() {
        return tls == null ? null : tls.authority();
    }

    /** Closes every connection and stops all threads. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
