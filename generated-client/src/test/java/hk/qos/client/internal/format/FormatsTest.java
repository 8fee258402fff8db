package hk.qos.client.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.model.Market;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static JsonReader json(String text) {
        return JsonReader.of(new Buffer().writeUtf8(text));
    }

    private static <T> String written(ValueWriter<T> writer, T value) throws IOException {
        Buffer out = new Buffer();
        JsonWriter json = JsonWriter.of(out);
        json.setLenient(true);
        writer.write(json, value);
        return out.readUtf8();
    }

    private static <T> T read(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void readsMapOfListsWithEnumerationKey() throws IOException {
        ValueReader<Map<Market, List<LocalDate>>> reader =
                JsonFormats.mapReader(Market::fromWire, JsonFormats.listReader(JsonFormats::readCompactDate));

        Map<Market, List<LocalDate>> map =
                read(reader.read(json("{\"HK\":[\"20260102\",\"20260105\"],\"US\":null,\"nowhere\":[]}")));

        assertThat(map)
                .containsExactly(
                        Map.entry(Market.HK, List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 5))),
                        Map.entry(Market.UNRECOGNIZED, List.of()));
    }

    @Test
    void mapOfListsIsWrittenAsRead() throws IOException {
        ValueWriter<Map<Market, List<LocalDate>>> writer =
                JsonFormats.mapWriter(Market::wire, JsonFormats.listWriter(JsonFormats::writeCompactDate));

        assertThat(written(writer, Map.of(Market.HK, List.of(LocalDate.of(2026, 1, 2)))))
                .isEqualTo("{\"HK\":[\"20260102\"]}");
    }

    @Test
    void additionalPartsOfDelimitedTextAreIgnored() throws IOException {
        JsonReader in = json("[\"20260102,F,extra\"]");
        in.beginArray();

        String parts = JsonFormats.readDelimited(in, ",", 2, found -> found.get(0) + "/" + found.get(1));

        assertThat(parts).isEqualTo("20260102/F");
    }

    @Test
    void tooShortDelimitedTextIsNamed() throws IOException {
        JsonReader in = json("[\"20260102\"]");
        in.beginArray();

        assertThatThrownBy(() -> JsonFormats.readDelimited(in, ",", 2, parts -> parts))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("1 parts, not 2");
    }

    @Test
    void readsWholeNumbersInAnySpelling() throws IOException {
        JsonReader in = json("[9007199254740993, \"9007199254740993\", 1.0, 1e3, \"\", null]");
        in.beginArray();

        assertThat(JsonFormats.readInt64(in)).isEqualTo(9007199254740993L);
        assertThat(JsonFormats.readInt64(in)).isEqualTo(9007199254740993L);
        assertThat(JsonFormats.readInt64(in)).isEqualTo(1);
        assertThat(JsonFormats.readInt64(in)).isEqualTo(1000);
        assertThat(JsonFormats.readInt64(in)).isNull();
        assertThat(JsonFormats.readInt64(in)).isNull();
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        for (String number : List.of("[99999999999]", "[1.5]", "[\"x\"]", "[\"1-\"]")) {
            assertThatThrownBy(() -> {
                        JsonReader in = json(number);
                        in.beginArray();
                        JsonFormats.readInt32(in);
                    })
                    .as(number)
                    .isInstanceOf(JsonDataException.class)
                    .hasMessageContaining("$[0]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "N/A", "n/a", "NaN", "nan", "null", "Infinity", "-Infinity", "", " ", " -- "})
    void placeholderIsAbsentInEveryFormat(String placeholder) throws IOException {
        for (ValueReader<?> reader : List.<ValueReader<?>>of(
                JsonFormats::readDecimal,
                JsonFormats::readInt32,
                JsonFormats::readInt64,
                JsonFormats::readBool,
                JsonFormats::readUnixTime,
                JsonFormats::readDateTime,
                JsonFormats::readDate,
                JsonFormats::readCompactDate,
                JsonFormats::readCode,
                in -> JsonFormats.readTextEnum(in, Market::fromWire))) {
            JsonReader in = json("[\"" + placeholder + "\"]");
            in.beginArray();
            assertThat(reader.read(in)).isNull();
        }
    }

    @Test
    void keepsPlainTextUnchanged() throws IOException {
        JsonReader in = json("[\" - \"]");
        in.beginArray();

        assertThat(JsonFormats.readText(in)).isEqualTo(" - ");
    }

    @Test
    void spaceAroundAValueIsIgnored() throws IOException {
        JsonReader in = json("[\" 5.10 \", \"\\t17\\n\", \" 2026-01-02\", \" US:aapl \"]");
        in.beginArray();

        assertThat(JsonFormats.readDecimal(in)).isEqualTo(new BigDecimal("5.10"));
        assertThat(JsonFormats.readInt32(in)).isEqualTo(17);
        assertThat(JsonFormats.readDate(in)).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(JsonFormats.readCode(in)).isEqualTo("US:AAPL");
    }

    @ParameterizedTest
    @CsvSource({
        "1773155061,2026-03-10T15:04:21Z",
        "1773155061123,2026-03-10T15:04:21.123Z",
        "100000000000,1973-03-03T09:46:40Z",
        "0,1970-01-01T00:00:00Z",
        "-5,1969-12-31T23:59:55Z",
        "-252460800000,1962-01-01T00:00:00Z"
    })
    void readsTimeAsSecondsOrMillisecondsByItsSize(String written, Instant moment) {
        assertThat(TextFormats.parseUnixTime(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999",
                "-99999999999",
                "1773155061123456",
                "1773155061123456789",
                "31556889864403199",
                "9223372036854775807",
                "-9223372036854775808"
            })
    void refusesTimesOutOfRange(String written) {
        assertThatThrownBy(() -> TextFormats.parseUnixTime(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2200");
    }

    @Test
    void refusesDecimalWithHugeExponent() {
        assertThatThrownBy(() -> TextFormats.parseDecimal("9".repeat(1000))).isInstanceOf(NumberFormatException.class);
        assertThat(TextFormats.printDecimal(new BigDecimal("1E+1000000000"))).isEqualTo("1E+1000000000");
    }

    @Test
    void printedValueEqualsParsedText() {
        assertThat(TextFormats.printDecimal(TextFormats.parseDecimal("83538.00")))
                .isEqualTo("83538.00");
        assertThat(TextFormats.printUnixTime(TextFormats.parseUnixTime("-5"))).isEqualTo("-5");
        assertThat(TextFormats.printDate(TextFormats.parseDate("2026-01-02"))).isEqualTo("2026-01-02");
        assertThat(TextFormats.printDateTime(TextFormats.parseDateTime("2026-01-02T03:04:05.000000006Z")))
                .isEqualTo("2026-01-02T03:04:05.000000006Z");
        assertThat(TextFormats.printBool(TextFormats.parseBool("true"))).isEqualTo("true");
    }

    @Test
    void unparsablePartIsNamed() {
        assertThatThrownBy(() -> TextFormats.part("date", "2026", TextFormats::parseCompactDate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("date \"2026\"");
    }
}
