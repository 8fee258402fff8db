package hk.qos.ws.internal.netty;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.StreamProxy;
import hk.qos.ws.internal.io.Connection;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import hk.qos.ws.internal.io.ConnectionListener;
import hk.qos.ws.internal.io.Loop;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One attempt, step by step: name, TCP, proxy, TLS, upgrade; then the frames. */
final class NettyConnection implements Connection {
    private final StreamOptions options;
    private final NettyLoop loop;
    private final Endpoint endpoint;
    private final Resolver resolver;
    private final ConnectionListener listener;
    private final Queue<SocketAddress> addresses = new ArrayDeque<>();
    private @Nullable Channel channel;
    private Loop.@Nullable Timer step;
    private boolean ended;

    NettyConnection(
            StreamOptions options, NettyLoop loop, Endpoint endpoint, Resolver resolver, ConnectionListener listener) {
        this.options = options;
        this.loop = loop;
        this.endpoint = endpoint;
        this.resolver = resolver;
        this.listener = listener;
    }

    void start() {
        StreamProxy proxy = options.proxy();
        String host = proxy == null ? endpoint.host : proxy.host();
        int port = proxy == null ? endpoint.port : proxy.port();
        step("the name of " + host + " was not resolved", options.deadlines().resolve());
        resolver.resolve(host, (found, error) -> resolved(host, port, found, error));
    }

    private void resolved(String host, int port, List<InetAddress> found, @Nullable UnknownHostException error) {
        try {
            loop.execute(() -> {
                if (ended) {
                    return;
                }
                for (InetAddress address : found) {
                    if (Plaintext.isAllowed(options, address)) {
                        addresses.add(new InetSocketAddress(address, port));
                    }
                }
                if (addresses.isEmpty()) {
                    String why = found.isEmpty()
                            ? "the name of " + host + " cannot be resolved"
                            : host + " is not this machine, and headers must not travel there unencrypted";
                    end(ConnectionEnd.of(found.isEmpty() ? Kind.RESOLVE : Kind.UNUSABLE, why, error));
                } else {
                    step(
                            "no TCP connection to " + host + ":" + port,
                            options.deadlines().tcp());
                    connectNext();
                }
            });
        } catch (RejectedExecutionException e) {
            // The loop ended while the name was looked up, so nobody waits for it.
            ended = true;
        }
    }

    private void connectNext() {
        SocketAddress address = addresses.remove();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(Integer.MAX_VALUE, options.deadlines().tcp().toMillis()))
                .disableResolver()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) throws SSLException, GeneralSecurityException {
                        channel = made;
                        Pipelines.connecting(made, options, endpoint, address, NettyConnection.this);
                    }
                });
        SocketAddress target =
                options.proxy() == null ? address : InetSocketAddress.createUnresolved(endpoint.host, endpoint.port);
        bootstrap.connect(target).addListener((ChannelFuture connected) -> connected(connected));
    }

    private void connected(ChannelFuture connected) {
        if (ended) {
            cut(connected.channel());
        } else if (!connected.isSuccess()) {
            if (addresses.isEmpty()) {
                end(Failures.connecting(endpoint, connected.cause()));
            } else {
                connectNext();
            }
        } else {
            throughProxy(connected.channel());
        }
    }

    private void throughProxy(Channel to) {
        ProxyHandler proxy = to.pipeline().get(ProxyHandler.class);
        if (proxy == null) {
            secure(to);
            return;
        }
        proxy.connectFuture().addListener(done -> {
            if (done.isSuccess()) {
                secure(to);
            } else {
                end(ConnectionEnd.of(
                        Kind.PROXY, "the proxy did not connect: " + Failures.text(done.cause()), done.cause()));
            }
        });
    }

    private void secure(Channel to) {
        SslHandler tls = to.pipeline().get(SslHandler.class);
        if (tls == null) {
            upgrade(to);
            return;
        }
        step("no TLS with " + endpoint, options.deadlines().tls());
        tls.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                upgrade(to);
            } else {
                end(Failures.tls(endpoint, done.cause()));
            }
        });
    }

    private void upgrade(Channel to) {
        if (ended) {
            return;
        }
        step("no answer to the upgrade by " + endpoint, options.deadlines().upgrade());
        Pipelines.upgrade(to, options, endpoint, this);
    }

    /** The upgrade is done. */
    void opened() {
        if (!ended) {
            cancelStep();
            listener.onOpen();
        }
    }

    ConnectionListener listener() {
        return listener;
    }

    boolean isEnded() {
        return ended;
    }

    /** Ends it, once, and tells the listener. */
    void end(ConnectionEnd end) {
        if (!ended) {
            abort();
            listener.onEnd(end);
        }
    }

    @Override
    public void send(ByteBuf frame, Runnable written) {
        Channel to = channel;
        if (ended || to == null) {
            ReferenceCountUtil.release(frame);
            return;
        }
        to.writeAndFlush(new TextWebSocketFrame(frame)).addListener(done -> {
            if (done.isSuccess()) {
                written.run();
            } else {
                end(Failures.lost(done.cause()));
            }
        });
    }

    @Override
    public void close(int status) {
        Channel to = channel;
        if (!ended && to != null) {
            to.writeAndFlush(new CloseWebSocketFrame(status, "")).addListener(done -> {
                if (!done.isSuccess()) {
                    end(Failures.lost(done.cause()));
                }
            });
        }
    }

    @Override
    public void abort() {
        ended = true;
        cancelStep();
        if (channel != null) {
            cut(channel);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do if it fails
    private static void cut(Channel channel) {
        channel.close();
    }

    /** Starts the next step's deadline. */
    private void step(String missed, Duration limit) {
        cancelStep();
        step = loop.schedule(
                limit.toNanos(),
                () -> end(ConnectionEnd.of(Kind.DEADLINE, missed + " within " + limit.toMillis() + " ms")));
    }

    private void cancelStep() {
        if (step != null) {
            step.cancel();
            step = null;
        }
    }
}
