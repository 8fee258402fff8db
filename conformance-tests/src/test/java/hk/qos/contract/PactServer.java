package hk.qos.contract;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommands;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that plays one contract of the stream: it holds the first frame of the contract's kind against the contract
 * with Pact's own matching, answers as the contract says, and pushes.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the connection, which the test sees.
final class PactServer implements AutoCloseable {
    private static final StreamCommands STREAM = Api.standard().stream();
    private static final Envelope ENVELOPE = STREAM.envelope();

    private final V4Interaction.SynchronousMessages expected;
    private final Set<String> agreed;
    private final List<JsonNode> pushes;
    private final Channel listener;
    private final CompletableFuture<String> verdict = new CompletableFuture<>();
    private final String type;

    /**
     * Listens.
     *
     * @param expected the contract
     * @param agreed kinds of frames to which it agrees without a look, since they only lead up to the contract
     * @param pushes to send after the answer
     */
    PactServer(
            EventLoopGroup loops,
            V4Interaction.SynchronousMessages expected,
            Set<String> agreed,
            List<JsonNode> pushes) {
        this.expected = expected;
        this.agreed = agreed;
        this.pushes = pushes;
        this.type = read(expected.getRequest()).path(ENVELOPE.answer()).asString();
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
                                        new WebSocketServerProtocolHandler(STREAM.path()),
                                        new Frames());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    String url() {
        return "ws://127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort() + STREAM.path();
    }

    /** What was wrong with the frame, empty if nothing; completes when it has come. */
    CompletableFuture<String> verdict() {
        return verdict;
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
    }

    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            String text = frame.text();
            JsonNode sent = JsonMapper.shared().readTree(text);
            String kind = sent.path(ENVELOPE.answer()).asString("");
            if (kind.equals(type)) {
                verdict.complete(mismatches(expected.getRequest(), text));
                answer(context, read(expected.getResponse().get(0)), sent);
                pushes.forEach(push -> context.writeAndFlush(new TextWebSocketFrame(push.toString())));
            } else if (agreed.contains(kind)) {
                ObjectNode ack = JsonNodeFactory.instance.objectNode();
                ack.put(ENVELOPE.answer(), kind).put(ENVELOPE.status(), ENVELOPE.ok());
                answer(context, ack.put(STREAM.correlation(), 0), sent);
            } else {
                verdict.complete("a frame that nobody expects: " + text);
            }
        }
    }

    /** The answer repeats the id of the frame, if the contract's answer has one. */
    private static void answer(ChannelHandlerContext context, JsonNode answer, JsonNode sent) {
        ObjectNode told = (ObjectNode) answer.deepCopy();
        if (told.has(STREAM.correlation())) {
            told.set(STREAM.correlation(), sent.path(STREAM.correlation()));
        }
        context.writeAndFlush(new TextWebSocketFrame(told.toString()));
    }

    static String mismatches(MessageContents expected, String sent) {
        OptionalBody body = OptionalBody.body(sent.getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
        BodyMatchResult result = JsonContentMatcher.INSTANCE.matchBody(
                expected.getContents(),
                body,
                new MatchingContext(expected.getMatchingRules().rulesForCategory("body"), false));
        return result.getBodyResults().stream()
                .map(BodyItemMatchResult::getResult)
                .flatMap(List::stream)
                .map(m -> m.getPath() + ": " + m.getMismatch())
                .collect(Collectors.joining("; "));
    }

    static JsonNode read(MessageContents contents) {
        return JsonMapper.shared().readTree(contents.getContents().valueAsString());
    }
}
