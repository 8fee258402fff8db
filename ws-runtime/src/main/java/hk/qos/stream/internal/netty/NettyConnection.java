package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import hk.qos.stream.spi.StreamSetup;
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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt and the connection that it makes. Flow:
 *
 * <pre>
 * start → resolved → connectNext (each address in turn) → connected → throughProxy → secure → upgrade → opened
 *   any failure or missed timeout → end → ConnectionListener.onEnd, once
 * </pre>
 */
final class NettyConnection implements Connection, FrameGate.Receiver {
    private final StreamSetup options;
    private final NettyLoop loop;
    private final Endpoint endpoint;
    private final Addresses addresses;
    private final Runnable afterRead;
    private final ConnectionListener listener;
    private final Queue<InetAddress> untried = new ArrayDeque<>();
    private @Nullable InetAddress tried;
    private @Nullable Channel channel;
    private Loop.@Nullable Timer step;
    private String missed = "";
    private long tcpEnd;
    private boolean opened;
    private boolean ended;

    /** @param afterRead runs on the loop when all that was read is decoded */
    NettyConnection(
            StreamSetup options,
            NettyLoop loop,
            Endpoint endpoint,
            Addresses addresses,
            Runnable afterRead,
            ConnectionListener listener) {
        this.options = options;
        this.loop = loop;
        this.endpoint = endpoint;
        this.addresses = addresses;
        this.afterRead = afterRead;
        this.listener = listener;
    }

    /** Starts after the caller returns, so that even an immediate failure is reported later. */
    void start() {
        loop.execute(() -> attempt(() -> {
            step(
                    "the name of " + endpoint.firstHost + " was not resolved",
                    options.timeouts().resolve());
            addresses.find(endpoint.firstHost, answer -> attempt(() -> resolved(answer)));
        }));
    }

    /** Runs the next part of the attempt unless it has ended; an exception ends it. */
    private void attempt(Runnable next) {
        if (ended) {
            return;
        }
        try {
            next.run();
        } catch (RuntimeException | Error e) {
            if (ended) {
                throw e;
            }
            end(ConnectionFailures.thrown(endpoint, e));
        }
    }

    private void resolved(DnsLookups.Answer answer) {
        String host = endpoint.firstHost;
        for (InetAddress address : answer.addresses()) {
            if (CleartextGuard.isAllowed(options, address)) {
                untried.add(address);
            }
        }
        if (!untried.isEmpty()) {
            step(
                    "no TCP connection to " + host + ":" + endpoint.firstPort,
                    options.timeouts().tcp());
            tcpEnd = loop.nanoTime() + options.timeouts().tcp().toNanos();
            connectNext();
        } else if (answer.addresses().isEmpty()) {
            end(ConnectionEnd.of(Kind.RESOLVE, "the name of " + host + " cannot be resolved", answer.failure()));
        } else {
            end(ConnectionEnd.of(
                    Kind.UNUSABLE, host + " is not this machine, and headers must not travel there unencrypted"));
        }
    }

    @SuppressWarnings("deprecation") // the new name of RCVBUF_ALLOCATOR is unknown to Netty 4.1
    private void connectNext() {
        InetAddress address = untried.remove();
        SocketAddress first = new InetSocketAddress(address, endpoint.firstPort);
        tried = address;
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new HeapBuffers())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, addressTimeout())
                .disableResolver()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        channel = made;
                        Pipelines.connecting(made, endpoint, first, NettyConnection.this);
                    }
                });
        SocketAddress target =
                endpoint.proxy == null ? first : InetSocketAddress.createUnresolved(endpoint.host, endpoint.port);
        bootstrap.connect(target).addListener((ChannelFuture connected) -> connected(connected));
    }

    /** The timeout of one address in milliseconds: its share of the remaining time; 0 for the last, which the step bounds. */
    private int addressTimeout() {
        if (untried.isEmpty()) {
            return 0;
        }
        long share = (tcpEnd - loop.nanoTime()) / (untried.size() + 1);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(share)));
    }

    private void connected(ChannelFuture connected) {
        if (ended) {
            cut(connected.channel());
        } else if (connected.isSuccess()) {
            attempt(() -> throughProxy(connected.channel()));
        } else if (untried.isEmpty()) {
            end(ConnectionFailures.connecting(endpoint, connected.cause()));
        } else {
            giveUpAddress();
            attempt(this::connectNext);
        }
    }

    private void giveUpAddress() {
        if (tried != null) {
            addresses.failed(tried);
        }
    }

    private void throughProxy(Channel to) {
        ProxyHandler proxy = to.pipeline().get(ProxyHandler.class);
        if (proxy == null) {
            secure(to);
            return;
        }
        missed = "the proxy " + endpoint.firstHost + ":" + endpoint.firstPort + " did not connect to " + endpoint;
        proxy.connectFuture().addListener(done -> {
            if (done.isSuccess()) {
                attempt(() -> secure(to));
            } else {
                end(ConnectionFailures.connecting(endpoint, done.cause()));
            }
        });
    }

    /** Adds TLS only after the proxy has connected; otherwise the handshake would start too early. */
    private void secure(Channel to) {
        if (!endpoint.secure) {
            upgrade(to);
            return;
        }
        step("no TLS with " + endpoint, options.timeouts().tls());
        SslHandler tls;
        try {
            tls = endpoint.tls(to.alloc());
        } catch (GeneralSecurityException e) {
            end(ConnectionEnd.of(Kind.UNUSABLE, "TLS cannot be set up: " + ConnectionFailures.text(e), e));
            return;
        }
        tls.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                attempt(() -> upgrade(to));
            } else {
                end(ConnectionFailures.tls(endpoint, done.cause()));
            }
        });
        Pipelines.secure(to, tls);
    }

    private void upgrade(Channel to) {
        step("no answer to the upgrade by " + endpoint, options.timeouts().upgrade());
        Pipelines.upgrade(to, options, endpoint, this);
    }

    /** The upgrade is done. */
    void opened() {
        if (!ended) {
            opened = true;
            if (tried != null) {
                addresses.served(tried);
            }
            cancelStep();
            listener.onOpen();
        }
    }

    ConnectionListener listener() {
        return listener;
    }

    @Override
    public void bytesArrived() {
        afterRead.run();
        if (!ended) {
            listener.onBytes();
        }
    }

    @Override
    public void text(ByteBuf text) {
        listener.onText(text);
    }

    @Override
    public void tooLarge(ByteBuf beginning) {
        if (!ended) {
            listener.onTooLarge(beginning);
        }
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /** Ends the connection and reports that to the listener, once. */
    void end(ConnectionEnd end) {
        if (!ended) {
            abort();
            listener.onEnd(end);
        }
    }

    /** The wall clock's time. */
    Instant now() {
        return Instant.ofEpochMilli(loop.millis());
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
                end(ConnectionFailures.lost(done.cause()));
            }
        });
    }

    @Override
    public void close(int status) {
        Channel to = channel;
        if (!ended && to != null) {
            to.writeAndFlush(new CloseWebSocketFrame(status, "")).addListener(done -> {
                if (!done.isSuccess()) {
                    end(ConnectionFailures.lost(done.cause()));
                }
            });
        }
    }

    @Override
    public void abort() {
        if (!opened && !ended) {
            giveUpAddress();
        }
        ended = true;
        cancelStep();
        if (channel != null) {
            cut(channel);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure has no consequence
    private static void cut(Channel channel) {
        channel.close();
    }

    /** Starts the timeout of the next step. */
    private void step(String name, Duration limit) {
        cancelStep();
        missed = name;
        step = new Timeout(
                loop,
                limit.toNanos(),
                stoodStill -> end(ConnectionEnd.of(
                        Kind.TIMEOUT, missed + " within " + limit.toMillis() + " ms" + Timeout.remark(stoodStill))));
    }

    /** Ends the attempt by {@code end} after {@code limit}. */
    void lastStep(Duration limit, Runnable end) {
        if (!ended) {
            cancelStep();
            step = loop.schedule(limit.toNanos(), end);
        }
    }

    private void cancelStep() {
        if (step != null) {
            step.cancel();
            step = null;
        }
    }
}
