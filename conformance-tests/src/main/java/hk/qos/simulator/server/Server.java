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

/** The listening socket and everything that it accepted. */
public final class Server implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int LARGEST_BODY = 1 << 20;
    private static final int CLOSE_SECONDS = 5;

    private final EventLoopGroup loops;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final @Nullable Tls tls;
    private final Channel listener;

    /**
     * Listens.
     *
     * @throws IllegalStateException if the port cannot be had; the message names it
     */
    public Server(ServerContext desk) {
        Certificate certificate = desk.settings().certificate();
        this.tls = certificate == Certificate.NONE ? null : Tls.of(certificate);
        this.loops = loops();
        HttpResponder http = new HttpResponder(desk);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, desk, http);
                    }
                });
        String host = desk.settings().host();
        int port = desk.settings().port();
        var bound = bootstrap.bind(host, port).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, bound.cause());
        }
        this.listener = bound.channel();
    }

    @SuppressWarnings("deprecation") // Netty 4.1, with which tests of others may run, has no other; deprecated in 4.2.
    private static EventLoopGroup loops() {
        return new NioEventLoopGroup(THREADS, new DefaultThreadFactory("qos-simulator", true));
    }

    private void accept(SocketChannel channel, ServerContext desk, HttpResponder http) {
        channels.add(channel);
        if (tls != null) {
            channel.pipeline().addLast(tls.context().newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new RequestRouter(desk, http));
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The authority that a client must trust, null without TLS. */
    public @Nullable X509Certificate authority() {
        return tls == null ? null : tls.authority();
    }

    /** Ends every connection and all threads. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
