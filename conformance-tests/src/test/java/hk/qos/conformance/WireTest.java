package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hk.qos.client.QosClient;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ProtocolException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.LeakGuard;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compressed messages that exceed the limit, and the reason in a server's Close frame. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class WireTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int COMPRESSED_TEXT = 0xC1;
    private static final int COMPRESSED_BEGINNING = 0x41;
    private static final int CONTINUATION = 0;
    private static final int RESERVED_OPCODE = 0x83;
    private static final int CLOSE = 0x88;
    private static final String AGREED = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

    /** The allocation limit for a decompression bomb: buffers of three mebibytes and other activity. */
    private static final long BOUND = 32L * MEBIBYTE;

    /** Waits for the client's Close frame and answers it. */
    private static final RawServer.Script STAY = line -> {
        line.upgrade();
        line.first();
        line.frame(CLOSE, new byte[] {3, (byte) 0xE8});
        line.drain();
    };

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void stopsADecompressionBombWhileInflating() throws Exception {
        byte[] bomb = zeros(200 * MEBIBYTE);
        assertThat(bomb.length).isLessThan(MEBIBYTE / 4);
        ProtocolException loss = survive(true, line -> {
            line.upgrade(AGREED);
            line.frame(COMPRESSED_TEXT, bomb);
            line.drain();
        });
        // The message of the inflater; the aggregator would be too late.
        assertThat(loss).hasMessageContaining("Decompression").hasMessageContaining(String.valueOf(MEBIBYTE));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void discardsAFragmentedDecompressionBomb() throws Exception {
        byte[] fragment = zeros(MEBIBYTE - 1024);
        ProtocolException loss = survive(true, line -> {
            line.upgrade(AGREED);
            line.frame(COMPRESSED_BEGINNING, fragment);
            for (int i = 0; i < 200; i++) {
                line.frame(CONTINUATION, fragment);
            }
            line.frame(RESERVED_OPCODE, new byte[1]);
            line.drain();
        });
        assertThat(loss).as("what came after the bomb").hasMessageContaining("opcode");
    }

    @ParameterizedTest
    @CsvSource({"false, RSV", "true, without agreement"})
    @Execution(ExecutionMode.CONCURRENT)
    void compressionWithoutAgreementIsAProtocolViolation(boolean offered, String message) throws Exception {
        byte[] bomb = zeros(200 * MEBIBYTE);
        ProtocolException loss = survive(offered, line -> {
            line.upgrade();
            line.frame(COMPRESSED_TEXT, bomb);
            line.drain();
        });
        assertThat(loss).hasMessageContaining(message);
    }

    /** Connects to a server with this behaviour, then to a correct one; returns the reason for leaving the first. */
    private static ProtocolException survive(boolean compression, RawServer.Script harm) throws Exception {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(harm, STAY);
                QosClient client = QosClient.builder().apiKey(Harness.KEY).wsUrl(server.address("ws")).stream(o -> {
                            Harness.hurried(o);
                            o.compression(compression)
                                    .limits(StreamLimits.defaults().withMaxMessageBytes(MEBIBYTE))
                                    .eventLoopGroup(loop);
                        })
                        .build()) {
            client.stream().onEvent(events::add);
            long thread = loop.submit(() -> Thread.currentThread().getId()).get();
            long before = allocated(thread);
            Harness.get(client.stream().connect());
            Harness.until(
                    "a second life",
                    () -> server.lines().size() == 2 && client.stream().state() == StreamState.READY);
            assertThat(allocated(thread) - before).as("bytes allocated").isBetween(1L, BOUND);
            assertThat(server.lines().get(0).heard().contains("permessage-deflate"))
                    .isEqualTo(compression);
        } finally {
            loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        }
        assertThat(events).filteredOn(StreamEvent.BackingOff.class::isInstance).hasSize(1);
        return only(events, ProtocolException.class);
    }

    private static <E extends Exception> E only(List<StreamEvent> events, Class<E> kind) {
        List<StreamEvent.Disconnected> losses = events.stream()
                .filter(StreamEvent.Disconnected.class::isInstance)
                .map(StreamEvent.Disconnected.class::cast)
                .toList();
        assertThat(losses).hasSize(1);
        assertThat(losses.get(0).cause()).isInstanceOf(kind);
        return kind.cast(losses.get(0).cause());
    }

    /** The total heap allocation of a thread; the JDK's inflater writes to the heap. */
    private static long allocated(long thread) {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(thread);
    }

    /** A permessage-deflate message of this many zeros. */
    private static byte[] zeros(int count) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] mebibyte = new byte[MEBIBYTE];
        byte[] some = new byte[65_536];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int left = count; left > 0; left -= MEBIBYTE) {
            deflater.setInput(mebibyte, 0, Math.min(left, MEBIBYTE));
            int flush = left > MEBIBYTE ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
            int length;
            do {
                length = deflater.deflate(some, 0, some.length, flush);
                out.write(some, 0, length);
            } while (length == some.length);
        }
        deflater.end();
        return out.toByteArray();
    }

    static List<Arguments> closeFrames() {
        return List.of(
                Arguments.of(1008, "too many connections", "1008 too many connections"),
                Arguments.of(4000, "\u2068maintenance\u2069\r\n\tuntil\u0000 06:00", "4000 maintenance until 06:00"),
                Arguments.of(4001, Harness.KEY + " has expired", "4001 <key> has expired"),
                Arguments.of(4002, "\u4f11\u5e02".repeat(20) + "x", "4002 " + "\u4f11\u5e02".repeat(20) + "x"),
                Arguments.of(1001, "", "1001"));
    }

    @ParameterizedTest
    @MethodSource("closeFrames")
    @Execution(ExecutionMode.CONCURRENT)
    void reportsTheReasonOfTheServersClose(int code, String reason, String message) throws Exception {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        byte[] payload = ("xx" + reason).getBytes(StandardCharsets.UTF_8);
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        RawServer.Script goodbye = line -> {
            line.upgrade();
            line.frame(CLOSE, payload);
            line.drain();
        };
        try (RawServer server = new RawServer(goodbye, STAY);
                QosClient client = QosClient.builder().apiKey(Harness.KEY).wsUrl(server.address("ws")).stream(
                                Harness::hurried)
                        .build()) {
            client.stream().onEvent(events::add);
            Harness.get(client.stream().connect());
            Harness.until(
                    "a second life",
                    () -> server.lines().size() == 2 && client.stream().state() == StreamState.READY);
            assertThat(only(events, ConnectionLostException.class))
                    .hasMessage("the server closed the connection: " + message);
            assertThat(events.toString()).doesNotContain(Harness.KEY);
        }
    }
}
