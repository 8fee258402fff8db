package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.internal.text.JsonText;
import hk.qos.client.model.Snapshot;
import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.spi.MalformedFrameException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushDecodersTest {
    private static final int DOCUMENTS = 10_000;

    private static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    private final PushDecoders decoders = new PushDecoders();

    static Stream<String> pushes() {
        return Document.operations("receive").stream();
    }

    /** Decoder and adapter accept the same documents and read equal records. */
    @ParameterizedTest
    @MethodSource("pushes")
    void decoderAndAdapterReadTheSame(String push) throws Exception {
        Class<?> record = Class.forName(Snapshot.class.getPackageName() + "." + Document.record(push));
        Map<String, Document> fields = Document.message(push).at("payload").fields();
        Method decoder = decoder(record);
        JsonAdapter<?> adapter = MOSHI.adapter(record);
        RandomJson random = new RandomJson(push.hashCode(), fields);
        JsonCursor in = new JsonCursor();
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String json = random.object();
            Object decoded = decoded(decoder, in, json);
            Object adapted = adapted(adapter, json);
            boolean refused = decoded instanceof Exception;
            if (refused != adapted instanceof Exception || (!refused && !Objects.equals(decoded, adapted))) {
                fail("document %d: %s%ndecoder: %s%nadapter: %s", i, json, decoded, adapted);
            }
            accepted += refused ? 0 : 1;
        }
        assertThat(accepted).as("documents that both accept").isBetween(DOCUMENTS / 10, DOCUMENTS * 9 / 10);
    }

    private static Method decoder(Class<?> record) {
        return Arrays.stream(PushDecoders.class.getDeclaredMethods())
                .filter(method -> method.getName().equalsIgnoreCase(record.getSimpleName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing decodes " + record));
    }

    private @Nullable Object decoded(Method decoder, JsonCursor in, String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            Object value = decoder.invoke(decoders, in.over(bytes, 0, bytes.length));
            in.end();
            return value;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MalformedFrameException malformed) {
                return malformed;
            }
            throw e;
        } catch (MalformedFrameException e) {
            return e;
        }
    }

    private static @Nullable Object adapted(JsonAdapter<?> adapter, String json) {
        try {
            return adapter.fromJson(JsonText.reader(new Buffer().writeUtf8(json)));
        } catch (IOException | JsonDataException e) {
            return e;
        }
    }

    @Test
    void decimalsKeepScaleAndAllDigits() throws Exception {
        Snapshot snapshot =
                snapshot("{\"c\":\"US:AAPL\",\"lp\":\"83538.00\",\"t\":\"24755030678.8250007629\",\"v\":1.50}");
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("83538.00"));
        assertThat(snapshot.turnover()).isEqualTo(new BigDecimal("24755030678.8250007629"));
        assertThat(snapshot.volume()).isEqualTo(new BigDecimal("1.50"));
        assertThat(snapshot.open()).isNull();
    }

    @Test
    void placeholderIsAbsentAndSpaceIsIgnored() throws Exception {
        Snapshot snapshot = snapshot("{\"c\":\" US:aapl \",\"lp\":\" 5.10 \",\"yp\":\"--\",\"o\":\"N/A\",\"h\":NaN,"
                + "\"l\":-Infinity,\"v\":\"-\",\"ts\":\"-\",\"s\":\"--\",\"tt\":NaN,\"zz\":[NaN,Infinity]}");
        assertThat(snapshot.code()).isEqualTo("US:AAPL");
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("5.10"));
        assertThat(snapshot)
                .extracting(Snapshot::previousClose, Snapshot::open, Snapshot::high, Snapshot::low, Snapshot::volume)
                .containsOnlyNulls();
        assertThat(snapshot)
                .extracting(Snapshot::time, Snapshot::status, Snapshot::session)
                .containsOnlyNulls();
    }

    @Test
    void millisecondsAreReadAndTimesOutOfRangeAreRefused() throws Exception {
        assertThat(snapshot("{\"c\":\"US:A\",\"ts\":1773155061123}").time())
                .isEqualTo(Instant.parse("2026-03-10T15:04:21.123Z"));
        assertThatThrownBy(() -> snapshot("{\"c\":\"US:A\",\"ts\":31556889864403199}"))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void skipsAByteOrderMark() throws Exception {
        String frame = "\ufeff{\"tp\":\"S\",\"c\":\"US:A\"}";
        assertThat(RecordingSink.read(new QosDialect(), frame)).isInstanceOf(RecordingSink.Push.class);
        String other = "\ufeff{\"c\":\"US:A\",\"tp\":\"S\"}";
        assertThat(RecordingSink.read(new QosDialect(), other)).isInstanceOf(RecordingSink.Push.class);
    }

    @Test
    void equalCodesAreCanonicalAndTheSameObject() throws Exception {
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
