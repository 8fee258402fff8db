package hk.qos.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.client.Results;
import hk.qos.client.Undecodable;
import hk.qos.client.api.SnapshotsReply;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Session;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradingStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantDecodingTest {
    private static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    private static <T> T decode(Class<T> type, String json) throws IOException {
        return Objects.requireNonNull(MOSHI.adapter(type).fromJson(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"83538.00", "24755030678.8250007629", "0", "0.000", "-1.10", "100"})
    void keepsTheScaleOfADecimalWrittenAsTextOrNumber(String written) throws IOException {
        BigDecimal expected = new BigDecimal(written);

        assertThat(decode(Trade.class, "{\"c\":\"US:A\",\"p\":\"" + written + "\"}")
                        .price())
                .isEqualTo(expected);
        assertThat(decode(Trade.class, "{\"c\":\"US:A\",\"p\":" + written + "}").price())
                .isEqualTo(expected);
    }

    @Test
    void decimalWithExponentIsAccepted() throws IOException {
        assertThat(decode(Trade.class, "{\"c\":\"US:A\",\"p\":\"1.5E+3\"}").price())
                .isEqualByComparingTo("1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"c\":\"CF:X\"}", "{\"c\":\"CF:X\",\"yp\":null}", "{\"c\":\"CF:X\",\"yp\":\"\"}"})
    void nullAndEmptyTextAreAbsent(String json) throws IOException {
        assertThat(decode(Snapshot.class, json).previousClose()).isNull();
    }

    @Test
    void nullAndEmptyTextAreAbsentTimesAndEnums() throws IOException {
        Snapshot snapshot = decode(Snapshot.class, "{\"c\":\"US:A\",\"ts\":\"\",\"s\":null,\"tt\":\"\",\"pq\":null}");

        assertThat(snapshot.time()).isNull();
        assertThat(snapshot.status()).isNull();
        assertThat(snapshot.session()).isNull();
        assertThat(snapshot.preMarket()).isNull();
    }

    @Test
    void skipsUnknownFields() throws IOException {
        Snapshot snapshot =
                decode(Snapshot.class, "{\"zz\":{\"c\":[1,{\"c\":2}]},\"c\":\"US:A\",\"qq\":[[]],\"lp\":\"1.0\"}");

        assertThat(snapshot.code()).isEqualTo("US:A");
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-1", "99999999999999999999", "\"lunch\"", "1.5"})
    void decodesAnUnknownEnumerationValueAsUnrecognized(String written) throws IOException {
        assertThat(decode(Snapshot.class, "{\"c\":\"US:A\",\"tt\":" + written + "}")
                        .session())
                .isEqualTo(Session.UNRECOGNIZED);
    }

    @Test
    void enumValueWrittenAsTextIsAccepted() throws IOException {
        assertThat(decode(Snapshot.class, "{\"c\":\"US:A\",\"s\":\"1\"}").status())
                .isEqualTo(TradingStatus.SUSPENDED);
    }

    @Test
    void unrecognizedValueIsNotSent() {
        JsonAdapter<Session> adapter = MOSHI.adapter(Session.class);

        assertThatThrownBy(() -> adapter.toJson(Session.UNRECOGNIZED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Session.UNRECOGNIZED");
    }

    @ParameterizedTest
    @CsvSource({"HK:00700,HK:700", "HK:700,HK:700", "SZ:000001,SZ:000001", "HK:0,HK:0", "nonsense,nonsense"})
    void spellsCodesCanonically(String written, String expected) throws IOException {
        assertThat(decode(Trade.class, "{\"c\":\"" + written + "\"}").code()).isEqualTo(expected);
    }

    private static List<Undecodable> omitted(String json) throws IOException {
        return Objects.requireNonNull(decode(SnapshotsReply.class, json).data()).undecodable();
    }

    @Test
    void missingRequiredFieldIsNamedWithItsPath() throws IOException {
        assertThat(omitted("{\"msg\":\"OK\",\"data\":[{\"c\":\"US:A\"},{}]}"))
                .singleElement()
                .satisfies(omitted -> assertThat(omitted.path()).isEqualTo("$.data[1]"))
                .satisfies(omitted -> assertThat(omitted.reason()).contains("'code'", "'c'", "$.data[1]"));
        assertThatThrownBy(() -> decode(Snapshot.class, "{}")).isInstanceOf(JsonDataException.class);
    }

    @Test
    void undecodableValueNamesItsPath() throws IOException {
        assertThat(omitted("{\"msg\":\"OK\",\"data\":[{\"c\":\"US:A\",\"lp\":\"x\"}]}"))
                .singleElement()
                .satisfies(omitted -> assertThat(omitted.reason()).contains("\"x\"", "$.data[0].lp"));
        assertThatThrownBy(() -> decode(Snapshot.class, "{\"c\":\"US:A\",\"lp\":\"x\"}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("$.lp");
    }

    @Test
    void absentListIsEmptyAndListsAreImmutable() throws IOException {
        Depth depth = decode(Depth.class, "{\"c\":\"US:A\",\"b\":[null,{\"p\":\"1\",\"v\":\"0\"}]}");

        assertThat(depth.asks()).isEmpty();
        assertThat(depth.bids()).hasSize(1);
        assertThatThrownBy(() -> depth.bids().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void absentAndEmptyPayloadsAreDistinguished() throws IOException {
        assertThat(decode(SnapshotsReply.class, "{\"msg\":\"Key expired.\"}").data())
                .isNull();
        assertThat(decode(SnapshotsReply.class, "{\"msg\":\"OK\",\"data\":[]}").data())
                .isEmpty();
    }

    @Test
    void listOfRecordsSkipsNullsAndIsImmutable() throws IOException {
        JsonAdapter<List<Trade>> adapter = MOSHI.adapter(Types.newParameterizedType(List.class, Trade.class));

        List<Trade> trades = Objects.requireNonNull(adapter.fromJson("[{\"c\":\"US:A\"},null]"));

        assertThat(trades).extracting(Trade::code).containsExactly("US:A");
        assertThatThrownBy(trades::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void resultsReportUndecodableRecords() throws IOException {
        JsonAdapter<Results<Trade>> adapter = MOSHI.adapter(Types.newParameterizedType(Results.class, Trade.class));

        Results<Trade> trades = Objects.requireNonNull(adapter.fromJson("[{\"c\":\"US:A\"},{}]"));

        assertThat(trades).extracting(Trade::code).containsExactly("US:A");
        assertThat(trades.undecodable()).hasSize(1);
        assertThat(adapter.toJson(trades)).isEqualTo("[{\"c\":\"US:A\"}]");
    }

    @Test
    void readsTimesWithNanosecondsAndOffset() throws IOException {
        Registration registration =
                decode(Registration.class, "{\"key\":\"k\",\"created_at\":\"2025-03-01T10:00:00.123456789+08:00\"}");

        assertThat(registration.createdAt()).isEqualTo(Instant.parse("2025-03-01T02:00:00.123456789Z"));
    }

    @Test
    void toStringOmitsTheKey() throws IOException {
        Registration registration = decode(Registration.class, "{\"key\":\"0123456789abcdef\",\"email\":\"a@b.c\"}");

        assertThat(registration.toString()).doesNotContain("0123456789abcdef").contains("email=a@b.c");
        assertThat(registration.key()).isEqualTo("0123456789abcdef");
    }

    @Test
    void queryIsWrittenAsDocumented() {
        KLineQuery query = KLineQuery.of(KLineType.DAY, 10, "HK:00700", "HK:9988");

        assertThat(MOSHI.adapter(KLineQuery.class).toJson(query))
                .isEqualTo("{\"c\":\"HK:700,9988\",\"co\":10,\"a\":0,\"kt\":1001}");
    }

    @Test
    void queryOfSeveralMarketsIsNotWrittenAsOne() {
        KLineQuery query = KLineQuery.of(KLineType.DAY, 10, "HK:700", "US:AAPL");

        assertThatThrownBy(() -> MOSHI.adapter(KLineQuery.class).toJson(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("US:AAPL");
    }
}
