package hk.qos.stream.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The gate reads the same messages as Netty's decoder, in the same order, for any split of the bytes. */
final class FrameGateTest {
    private static final int LARGEST = 70_000;
    private static final int TEXT = 0x81;
    private static final int FIRST_OF_TEXT = 0x01;
    private static final int MIDDLE = 0x00;
    private static final int LAST = 0x80;
    private static final int BINARY = 0x82;
    private static final int PING = 0x89;

    private final List<String> read = new ArrayList<>();
    private int passed;
    private boolean ended;

    @Test
    void readsLikeTheDecoderForAnySplitOfBytes() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ByteBuf bytes = Unpooled.buffer();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                append(bytes, random);
            }
            assertThat(through(true, bytes, random.split()))
                    .as("seed %d", seed)
                    .isEqualTo(through(false, bytes, random.split()));
        }
    }

    @Test
    void wholeTextDoesNotReachTheDecoder() {
        ByteBuf bytes = Unpooled.buffer();
        frame(bytes, TEXT, 5);
        frame(bytes, TEXT, 125);
        frame(bytes, TEXT, 126);
        frame(bytes, TEXT, 65_535);
        EmbeddedChannel channel = channel(true);
        channel.writeInbound(bytes);
        assertThat(read).hasSize(4);
        assertThat(passed).isZero();
        channel.finishAndReleaseAll();
    }

    @Test
    void textBetweenFragmentsReachesTheDecoder() {
        ByteBuf bytes = Unpooled.buffer();
        frame(bytes, FIRST_OF_TEXT, 3);
        frame(bytes, TEXT, 4);
        assertThatThrownBy(() -> channel(true).writeInbound(bytes)).isInstanceOf(CorruptedFrameException.class);
        assertThat(read).isEmpty();
    }

    @Test
    void lengthThatIsNotMinimalReachesTheDecoder() {
        ByteBuf bytes =
                Unpooled.buffer().writeByte(TEXT).writeByte(126).writeShort(3).writeBytes(new byte[3]);
        assertThatThrownBy(() -> channel(true).writeInbound(bytes)).isInstanceOf(CorruptedFrameException.class);
        assertThat(read).isEmpty();
    }

    @Test
    void messageOfImplausibleLengthIsCorrupt() {
        ByteBuf bytes = Unpooled.buffer().writeByte(TEXT).writeByte(127).writeLong(1L << 40);
        frame(bytes, TEXT, 5);
        assertThatThrownBy(() -> channel(true).writeInbound(bytes)).isInstanceOf(CorruptedFrameException.class);
        assertThat(read).isEmpty();
    }

    @Test
    void nothingIsReadAfterTheEnd() {
        ByteBuf bytes = Unpooled.buffer();
        frame(bytes, TEXT, 5);
        ended = true;
        EmbeddedChannel channel = channel(true);
        channel.writeInbound(bytes);
        assertThat(passed).isPositive();
        channel.finishAndReleaseAll();
    }

    private static void append(ByteBuf to, SplittableRandom random) {
        int length = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> random.nextInt(120, 131);
            case 2 -> random.nextInt(65_530, 65_541);
            default -> random.nextInt(400);
        };
        switch (random.nextInt(6)) {
            case 0 -> frame(to, PING, random.nextInt(126));
            case 1 -> frame(to, BINARY, length);
            case 2 -> {
                frame(to, FIRST_OF_TEXT, length % 1000);
                frame(to, MIDDLE, length % 100);
                frame(to, PING, 3);
                frame(to, LAST, length % 10);
            }
            case 3 -> frame(to, TEXT, LARGEST + random.nextInt(1, 100));
            default -> frame(to, TEXT, length);
        }
    }

    /** A frame whose bytes are the letters of its length and position. */
    private static void frame(ByteBuf to, int first, int length) {
        to.writeByte(first);
        if (length < 126) {
            to.writeByte(length);
        } else if (length < 65_536) {
            to.writeByte(126).writeShort(length);
        } else {
            to.writeByte(127).writeLong(length);
        }
        for (int i = 0; i < length; i++) {
            to.writeByte('a' + (length + i) % 26);
        }
    }

    private List<String> through(boolean gate, ByteBuf bytes, SplittableRandom random) {
        read.clear();
        EmbeddedChannel channel = channel(gate);
        int at = 0;
        while (at < bytes.writerIndex()) {
            int most = Math.min(bytes.writerIndex() - at, random.nextBoolean() ? 20 : 100_000);
            int length = random.nextInt(1, most + 1);
            channel.writeInbound(bytes.copy(at, length));
            at += length;
        }
        channel.finishAndReleaseAll();
        return List.copyOf(read);
    }

    /** Without the gate, larger messages reach the decoder whole, and only their size is noted. */
    private EmbeddedChannel channel(boolean gate) {
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(2 * LARGEST)
                .allowExtensions(false)
                .withUTF8Validator(false)
                .build();
        EmbeddedChannel channel = new EmbeddedChannel();
        if (gate) {
            channel.pipeline().addLast(new FrameGate(LARGEST, new Reading()));
            channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    passed++;
                    context.fireChannelRead(message);
                }
            });
        }
        channel.pipeline().addLast(new WebSocket13FrameDecoder(config), new WebSocketFrameAggregator(2 * LARGEST));
        channel.pipeline().addLast(new SimpleChannelInboundHandler<WebSocketFrame>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
                note(frame);
            }
        });
        return channel;
    }

    private void note(WebSocketFrame frame) {
        int size = frame.content().readableBytes();
        boolean whole = frame instanceof TextWebSocketFrame && size > LARGEST;
        read.add(
                whole
                        ? "too large"
                        : frame.getClass().getSimpleName() + frame.content().toString(StandardCharsets.UTF_8));
    }

    private final class Reading implements FrameGate.Receiver {
        @Override
        public void bytesArrived() {}

        @Override
        public void text(ByteBuf text) {
            read.add("TextWebSocketFrame" + text.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void tooLarge(ByteBuf beginning) {
            read.add("too large");
        }

        @Override
        public boolean isEnded() {
            return ended;
        }
    }
}
