package hk.qos.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Forwards everything to a service, and changes what the service sends. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the connection, which the test sees.
final class MutatingProxy implements AutoCloseable {
    /** A frame that closes the connection instead of being sent. */
    static final String CLOSE = "";

    private final URI http;
    private final URI stream;
    private final String keyName;
    private final UnaryOperator<Answer> answers;
    private final Function<String, List<String>> frames;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listener;

    /**
     * An answer of HTTP.
     *
     * @param path the path that was asked
     * @param status the HTTP status
     * @param type the content type
     * @param body as text
     */
    record Answer(String path, int status, String type, String body) {}

    /**
     * Listens on two ports.
     *
     * @param keyName the name of the header with the API key
     * @param answers changes answers of HTTP
     * @param frames changes frames that the service sends, to none or several
     */
    MutatingProxy(
            URI http, URI stream, String keyName, UnaryOperator<Answer> answers, Function<String, List<String>> frames)
            throws IOException {
        this.http = http;
        this.stream = stream;
        this.keyName = keyName;
        this.answers = answers;
        this.frames = frames;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.start();
        this.listener = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(1 << 16),
                                        new WebSocketServerProtocolHandler(stream.getPath()),
                                        new Line());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    URI httpUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI wsUri() {
        return URI.create(
                "ws://127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort() + stream.getPath());
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            HttpRequest.BodyPublisher asked = HttpRequest.BodyPublishers.ofByteArray(
                    exchange.getRequestBody().readAllBytes());
            HttpRequest.Builder request = HttpRequest.newBuilder(http.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), asked);
            for (String header : List.of("Content-Type", keyName)) {
                String value = exchange.getRequestHeaders().getFirst(header);
                if (value != null) {
                    request.header(header, value);
                }
            }
            HttpResponse<String> said = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = said.headers().firstValue("content-type").orElse("");
            Answer answer = answers.apply(new Answer(path, said.statusCode(), type, said.body()));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection of a client, with its connection to the service. */
    private final class Line extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private CompletionStage<WebSocket> service = new CompletableFuture<>();

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete opened) {
                WebSocket.Builder line = client.newWebSocketBuilder();
                String key = opened.requestHeaders().get(keyName);
                if (key != null) {
                    line.header(keyName, key);
                }
                service = line.buildAsync(stream, new Received(context));
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            String text = frame.text();
            service = service.thenCompose(line -> line.sendText(text, true));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            service.thenAccept(WebSocket::abort);
        }
    }

    /** Receives what the service sends. */
    private final class Received implements WebSocket.Listener {
        private final ChannelHandlerContext context;
        private final StringBuilder partial = new StringBuilder();

        Received(ChannelHandlerContext context) {
            this.context = context;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                List<String> changed = frames.apply(partial.toString());
                // All in one task, so that the client cannot close the connection between two of them.
                context.executor().execute(() -> send(changed));
                partial.setLength(0);
            }
            line.request(1);
            return null;
        }

        private void send(List<String> changed) {
            for (String frame : changed) {
                context.write(
                        frame.equals(CLOSE) ? new CloseWebSocketFrame(1008, "policy") : new TextWebSocketFrame(frame));
            }
            context.flush();
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
            context.close();
            return null;
        }
    }

    /** The environment of a live run through this proxy. */
    Map<String, String> environment(String key) {
        return Map.of(
                "QOS_API_KEY", Objects.requireNonNull(key),
                "QOS_HTTP_URL", httpUri().toString(),
                "QOS_WS_URL", wsUri().toString());
    }

    @Override
    public void close() {
        server.stop(0);
        listener.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
