package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.error.ProtocolException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual answers to an upgrade, byte by byte. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class UpgradeAnswersTest {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions: ";
    private static final int CLOSE = 8;
    private static final int EXTENDED = 126;
    private static final int MASK_BYTES = 4;

    private final ServerSocket listening;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private volatile String before = "";
    private volatile String extensions = "";
    private volatile boolean insists;
    /** Bytes of the first fragment of each message; 0 for whole messages. */
    private volatile int firstFragment;

    private volatile boolean corrupt;

    UpgradeAnswersTest() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve, "upgrade-answers");
        serving.setDaemon(true);
        serving.start();
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                String request = request(socket);
                requests.add(request);
                boolean offered = request.contains("permessage-deflate");
                String agreed = extensions.isEmpty() || !(offered || insists) ? "" : EXTENSIONS + extensions + "\r\n";
                OutputStream out = socket.getOutputStream();
                out.write((before + "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accept(request) + "\r\n" + agreed + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                boolean compressed = !agreed.isEmpty();
                for (int i = 0; i < 3; i++) {
                    out.write(frame(payload("U same-words-again-and-again", compressed), compressed, firstFragment));
                }
                out.flush();
                readUntilClose(new DataInputStream(socket.getInputStream()));
            } catch (Exception e) {
                // The client or the test has ended.
            }
        }
    }

    private static void readUntilClose(DataInputStream in) throws IOException {
        int opcode;
        do {
            opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            in.skipNBytes(MASK_BYTES + (length == EXTENDED ? in.readUnsignedShort() : length));
        } while (opcode != CLOSE);
    }

    private static String request(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!all.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("cut");
            }
            all.write(next);
        }
        return all.toString(StandardCharsets.US_ASCII);
    }

    private static String accept(String request) throws Exception {
        String key = request.replaceAll("(?is).*sec-websocket-key: *(\\S+).*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(hash);
    }

    /** A text, compressed without the context of the previous one. */
    private byte[] payload(String text, boolean compressed) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (compressed && corrupt) {
            Arrays.fill(payload, (byte) 0xff);
        } else if (compressed) {
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(payload);
            byte[] room = new byte[200];
            int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH) - 4;
            deflater.end();
            payload = Arrays.copyOf(room, length);
        }
        return payload;
    }

    private static byte[] frame(byte[] payload, boolean compressed, int firstFragment) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        if (firstFragment > 0) {
            frame.write(compressed ? 0x41 : 0x01);
            frame.write(firstFragment);
            frame.write(payload, 0, firstFragment);
            frame.write(0x80);
        } else {
            frame.write(compressed ? 0xc1 : 0x81);
        }
        frame.write(payload.length - firstFragment);
        frame.write(payload, firstFragment, payload.length - firstFragment);
        return frame.toByteArray();
    }

    private StreamClient client(boolean compression) {
        StreamClient client = StreamClient.create(
                new ToyDialect(),
                StreamSetup.builder(URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/"))
                        .compression(compression)
                        .build());
        client.onEvent(events::add);
        return client;
    }

    private void assertUnderstands(StreamClient client) {
        assertThat(client.connect()).succeedsWithin(java.time.Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StreamEvent.Malformed.class,
                                read -> assertThat(read.kind()).contains("same-words-again-and-again"))));
        assertThat(client.state()).isEqualTo(StreamState.READY);
        assertThat(events).doesNotHaveAnyElementsOfTypes(StreamEvent.Disconnected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; server_no_context_takeover",
                "permessage-deflate; client_no_context_takeover",
                "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
                "permessage-deflate;server_max_window_bits=15",
                "permessage-deflate; server_max_window_bits=\"10\""
            })
    void acceptsCompressionParametersOfTheServer(String agreed) {
        extensions = agreed;
        try (StreamClient client = client(true)) {
            assertUnderstands(client);
            assertThat(requests).hasSize(1);
        }
    }

    /** The answer would be the same again, so compression is not offered again. */
    @ParameterizedTest
    @ValueSource(
            strings = {"permessage-deflate; client_max_window_bits=10", "permessage-deflate; colour=blue", "x-other"})
    void reconnectsWithoutCompressionAfterAnUnofferedAnswer(String agreed) {
        extensions = agreed;
        try (StreamClient client = client(true)) {
            assertUnderstands(client);
            assertThat(requests).hasSize(2);
            assertThat(requests.get(1)).doesNotContain("permessage-deflate");
        }
    }

    @Test
    void fragmentThatDecompressesToNothingIsPutTogetherWithTheRest() {
        extensions = "permessage-deflate";
        firstFragment = 1;
        try (StreamClient client = client(true)) {
            assertUnderstands(client);
            assertThat(requests).hasSize(1);
        }
    }

    @Test
    void extensionThatWasNotOfferedFailsTheUpgrade() {
        extensions = "permessage-deflate";
        insists = true;
        try (StreamClient client = client(false)) {
            assertThat(client.connect()).isNotCompletedExceptionally();
            await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.ConnectFailed.class));
            assertThat(((StreamEvent.ConnectFailed) events.get(0)).cause())
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("an extension that was not offered: permessage-deflate");
        }
    }

    @Test
    void corruptCompressionIsNotTakenForALargeMessage() {
        extensions = "permessage-deflate";
        corrupt = true;
        try (StreamClient client = client(true)) {
            assertThat(client.connect()).isNotCompletedExceptionally();
            await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.Disconnected.class));
            assertThat(events)
                    .filteredOn(StreamEvent.Disconnected.class::isInstance)
                    .first()
                    .extracting(event -> ((StreamEvent.Disconnected) event).cause())
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            cause -> assertThat(cause)
                                    .hasMessageContaining("a message cannot be decompressed: ")
                                    .hasMessageNotContaining("MaxMessageBytes"));
        }
    }

    @Test
    void informationalResponsesBeforeTheUpgradeAreIgnored() {
        before = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
        try (StreamClient client = client(false)) {
            assertUnderstands(client);
            assertThat(requests).hasSize(1);
        }
    }
}
