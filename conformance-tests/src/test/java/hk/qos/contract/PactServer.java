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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that serves contracts of the stream: it matches frames with Pact's matching, answers them, the last frame
 * first, and pushes.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the connection, which the test sees.
final class PactServer implements AutoCloseable {
    private static final StreamCommands STREAM = Api.standard().stream();
    private static final Envelope ENVELOPE = STREAM.envelope();

    private final List<V4Interaction.SynchronousMessages> expected;
    private final Set<String> agreed;
    private final List<JsonNode> pushes;
    private final Channel listener;
    private final CompletableFuture<String> mismatches = new CompletableFuture<>();
    private final List<Long> answered = new CopyOnWriteArrayList<>();
    private final String type;

    /** Starts a server for one contract. */
    PactServer(
            EventLoopGroup loops,
            V4Interaction.SynchronousMessages expected,
            Set<String> agreed,
            List<JsonNode> pushes) {
        this(loops, List.of(expected), agreed, pushes);
    }

    /**
     * Listens.
     *
     * @param expected contracts of one kind; none is answered before the frames of all have arrived
     * @param agreed types of frames that are acknowledged without matching, since they only prepare the contract
     * @param pushes to send after the answer
     */
    PactServer(
            EventLoopGroup loops,
            List<V4Interaction.SynchronousMessages> expected,
            Set<String> agreed,
            List<JsonNode> pushes) {
        this.expected = List.copyOf(expected);
        this.agreed = agreed;
        this.pushes = pushes;
        this.type = read(expected.get(0).getRequest()).path(ENVELOPE.answer()).asString();
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

    /** The mismatches of the frames; completes after all frames have arrived. */
    CompletableFuture<String> mismatches() {
        return mismatches;
    }

    /** The ids of the frames of the contracts, in the order of their answers. */
    List<Long> answered() {
        return List.copyOf(answered);
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
    }

    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final List<V4Interaction.SynchronousMessages> open = new ArrayList<>(expected);
        private final Deque<Runnable> answers = new ArrayDeque<>();
        private final List<String> wrong = new ArrayList<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            String text = frame.text();
            JsonNode sent = JsonMapper.shared().readTree(text);
            String kind = sent.path(ENVELOPE.answer()).asString("");
            if (kind.equals(type)) {
                expected(context, sent, text);
            } else if (agreed.contains(kind)) {
                ObjectNode ack = JsonNodeFactory.instance.objectNode();
                ack.put(ENVELOPE.answer(), kind).put(ENVELOPE.status(), ENVELOPE.ok());
                answer(context, ack.put(STREAM.correlation(), 0), sent);
            } else {
                mismatches.complete("a frame that nobody expects: " + text);
            }
        }

        private void expected(ChannelHandlerContext context, JsonNode sent, String text) {
            V4Interaction.SynchronousMessages contract = open.stream()
                    .filter(c -> mismatches(c.getRequest(), text).isEmpty())
                    .findFirst()
                    .orElse(open.isEmpty() ? expected.get(0) : open.get(0));
            open.remove(contract);
            wrong.add(mismatches(contract.getRequest(), text));
            answers.push(() -> {
                answered.add(sent.path(STREAM.correlation()).asLong(0));
                answer(context, read(contract.getResponse().get(0)), sent);
            });
            if (open.isEmpty()) {
                mismatches.complete(String.join("", wrong));
                answers.forEach(Runnable::run);
                answers.clear();
                pushes.forEach(push -> context.writeAndFlush(new TextWebSocketFrame(push.toString())));
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
