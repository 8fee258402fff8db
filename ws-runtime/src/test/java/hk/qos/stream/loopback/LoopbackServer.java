package hk.qos.stream.loopback;

import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket server of the toy protocol on a free port of this machine. */
final class LoopbackServer implements AutoCloseable {
    final List<String> received = new CopyOnWriteArrayList<>();
    final List<HttpHeaders> upgrades = new CopyOnWriteArrayList<>();
    final List<Channel> connections = new CopyOnWriteArrayList<>();
    volatile @Nullable HttpResponseStatus refusal;
    volatile Map<String, String> refusalHeaders = Map.of();
    volatile int refusalBytes;
    volatile String refusalBody = "";
    volatile boolean answers = true;
    /** Types of commands that are not answered. */
    final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    /** Types of refused commands, with the error text. */
    final Map<String, String> refusals = new ConcurrentHashMap<>();

    private final boolean secure;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("test-server", true), NioIoHandler.newFactory());
    private final Channel listening;

    LoopbackServer() {
        this(null);
    }

    LoopbackServer(@Nullable SslContext tls) {
        secure = tls != null;
        listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(65_536))
                                .addLast(new Handshake())
                                .addLast(new WebSocketServerCompressionHandler(0))
                                .addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                                        .websocketPath("/")
                                        .checkStartsWith(true)
                                        .allowExtensions(true)
                                        .handleCloseFrames(false)
                                        .build()))
                                .addLast(new Frames());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    URI uri() {
        return URI.create((secure ? "wss" : "ws") + "://127.0.0.1:" + port() + "/stream");
    }

    void send(String text) {
        send(new TextWebSocketFrame(text));
    }

    /** The latest connection. The client may know of the upgrade before this side's handler does. */
    private Channel connection() {
        await().pollDelay(Duration.ZERO).until(() -> !connections.isEmpty());
        return connections.get(connections.size() - 1);
    }

    void send(WebSocketFrame frame) {
        connection().writeAndFlush(frame).syncUninterruptibly();
    }

    /** Sends them as fast as the socket takes them. */
    void send(List<String> texts) {
        Channel connection = connection();
        texts.forEach(text -> connection
                .write(new TextWebSocketFrame(text))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE));
        connection.flush();
    }

    /** Ends every connection with a TCP reset. */
    void reset() {
        for (Channel connection : connections) {
            connection.config().setOption(ChannelOption.SO_LINGER, 0);
            connection.close().syncUninterruptibly();
        }
        connections.clear();
    }

    /** Stops listening, and ends every connection. */
    void stop() {
        listening.close().syncUninterruptibly();
        reset();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Accepts or refuses upgrades. */
    private final class Handshake extends SimpleChannelInboundHandler<FullHttpRequest> {
        Handshake() {
            super(false);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            upgrades.add(request.headers().copy());
            HttpResponseStatus status = refusal;
            if (status == null) {
                context.pipeline().remove(this);
                context.fireChannelRead(request);
                return;
            }
            request.release();
            byte[] body = refusalBody.isEmpty() ? new byte[refusalBytes] : refusalBody.getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
            response.headers().set("content-length", body.length);
            refusalHeaders.forEach((name, value) -> response.headers().set(name, value));
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                connections.add(context.channel());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            connections.remove(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.channel().close().addListener(done -> connections.remove(context.channel()));
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof CloseWebSocketFrame close) {
                received.add("CLOSE " + close.statusCode());
                if (answers) {
                    context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
                }
                return;
            }
            if (!(frame instanceof TextWebSocketFrame text)) {
                return;
            }
            String[] words = text.text().split(" ", 3);
            received.add(text.text());
            if (!answers || unanswered.contains(words[0])) {
                return;
            }
            String refused = refusals.get(words[0]);
            String answer = words[0].equals("BEAT")
                    ? "OK BEAT 0 1700000000"
                    : refused == null
                            ? "OK " + words[0] + " " + words[1] + " " + words[2]
                            : "NO " + words[0] + " " + words[1] + " " + refused;
            context.writeAndFlush(new TextWebSocketFrame(answer))
                    .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }
}
