package hk.qos.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import hk.qos.client.json.DepthAdapter;
import hk.qos.client.json.KLineAdapter;
import hk.qos.client.json.SnapshotAdapter;
import hk.qos.client.json.TradeAdapter;
import hk.qos.client.model.Snapshot;
import hk.qos.ws.json.JsonCursor;
import hk.qos.ws.spi.MalformedFrameException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PushDecodersTest {
    private static final int DOCUMENTS = 10_000;

    private final PushDecoders decoders = new PushDecoders();

    private interface Decoder<T> {
        @Nullable
        T read(JsonCursor in) throws MalformedFrameException;
    }

    @Test
    void snapshotsAreWhatTheAdapterReads() throws Exception {
        List<String> names = List.of("tp", "c", "lp", "yp", "o", "h", "l", "ts", "v", "t", "s", "pq", "aq", "nq", "tt");
        assertAgreement(1, names, decoders::snapshot, SnapshotAdapter.INSTANCE);
    }

    @Test
    void tradesAreWhatTheAdapterReads() throws Exception {
        assertAgreement(2, List.of("tp", "c", "p", "v", "ts", "d"), decoders::trade, TradeAdapter.INSTANCE);
    }

    @Test
    void orderBooksAreWhatTheAdapterReads() throws Exception {
        assertAgreement(3, List.of("tp", "c", "b", "a", "ts"), decoders::depth, DepthAdapter.INSTANCE);
    }

    @Test
    void barsAreWhatTheAdapterReads() throws Exception {
        List<String> names = List.of("tp", "c", "o", "cl", "h", "l", "v", "ts", "kt");
        assertAgreement(4, names, decoders::kLine, KLineAdapter.INSTANCE);
    }

    /** On every document that one of them accepts, the other accepts it and reads the same. */
    private static <T> void assertAgreement(long seed, List<String> names, Decoder<T> decoder, JsonAdapter<T> adapter)
            throws IOException {
        RandomJson random = new RandomJson(seed);
        JsonCursor in = new JsonCursor();
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String json = random.object(names);
            Object decoded = decoded(decoder, in, json);
            Object adapted = adapted(adapter, json);
            boolean refused = decoded instanceof Exception;
            if (refused != adapted instanceof Exception || (!refused && !Objects.equals(decoded, adapted))) {
                fail("document %d of seed %d: %s%ndecoder: %s%nadapter: %s", i, seed, json, decoded, adapted);
            }
            accepted += refused ? 0 : 1;
        }
        assertThat(accepted).as("documents that both accept").isBetween(DOCUMENTS / 10, DOCUMENTS * 9 / 10);
    }

    private static <T> @Nullable Object decoded(Decoder<T> decoder, JsonCursor in, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            T value = decoder.read(in.over(bytes, 0, bytes.length));
            in.end();
            return value;
        } catch (MalformedFrameException e) {
            return e;
        }
    }

    private static <T> @Nullable Object adapted(JsonAdapter<T> adapter, String json) {
        try {
            return adapter.fromJson(json);
        } catch (IOException | JsonDataException e) {
            return e;
        }
    }

    @Test
    void keepsTheScaleAndEveryDigit() throws Exception {
        Snapshot snapshot =
                snapshot("{\"c\":\"US:AAPL\",\"lp\":\"83538.00\",\"t\":\"24755030678.8250007629\",\"v\":1.50}");
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("83538.00"));
        assertThat(snapshot.turnover()).isEqualTo(new BigDecimal("24755030678.8250007629"));
        assertThat(snapshot.volume()).isEqualTo(new BigDecimal("1.50"));
        assertThat(snapshot.open()).isNull();
    }

    @Test
    void codesAreCanonicalAndTheSameText() throws Exception {
        Snapshot padded = snapshot("{\"c\":\"HK:00700\"}");
        assertThat(padded.code()).isEqualTo("HK:700");
        assertThat(snapshot("{\"c\":\"HK:00700\"}").code()).isSameAs(padded.code());
        assertThat(snapshot("{\"c\":\"SZ:000001\"}").code()).isEqualTo("SZ:000001");
    }

    private Snapshot snapshot(String json) throws MalformedFrameException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(decoders.snapshot(new JsonCursor().over(bytes, 0, bytes.length)));
    }
}
