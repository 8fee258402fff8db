package hk.qos.client.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.model.Market;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    void readsAMapOfListsWithAnEnumerationAsKey() throws IOException {
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
    void writesAMapOfListsTheWayItReadsIt() throws IOException {
        ValueWriter<Map<Market, List<LocalDate>>> writer =
                JsonFormats.mapWriter(Market::wire, JsonFormats.listWriter(JsonFormats::writeCompactDate));

        assertThat(written(writer, Map.of(Market.HK, List.of(LocalDate.of(2026, 1, 2)))))
                .isEqualTo("{\"HK\":[\"20260102\"]}");
    }

    @Test
    void dropsPartsOfADelimitedTextThatALaterVersionAdded() throws IOException {
        JsonReader in = json("[\"20260102,F,extra\"]");
        in.beginArray();

        String parts = JsonFormats.readDelimited(in, ",", 2, found -> found.get(0) + "/" + found.get(1));

        assertThat(parts).isEqualTo("20260102/F");
    }

    @Test
    void namesADelimitedTextThatIsTooShort() throws IOException {
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
        for (String number : List.of("[99999999999]", "[1.5]", "[\"x\"]", "[\"-\"]")) {
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

    @Test
    void refusesADecimalThatWouldTakeForEver() {
        assertThatThrownBy(() -> TextFormats.parseDecimal("9".repeat(1000))).isInstanceOf(NumberFormatException.class);
        assertThat(TextFormats.printDecimal(new BigDecimal("1E+1000000000"))).isEqualTo("1E+1000000000");
    }

    @Test
    void printsWhatItParses() {
        assertThat(TextFormats.printDecimal(TextFormats.parseDecimal("83538.00")))
                .isEqualTo("83538.00");
        assertThat(TextFormats.printUnixTime(TextFormats.parseUnixTime("-5"))).isEqualTo("-5");
        assertThat(TextFormats.printDate(TextFormats.parseDate("2026-01-02"))).isEqualTo("2026-01-02");
        assertThat(TextFormats.printDateTime(TextFormats.parseDateTime("2026-01-02T03:04:05.000000006Z")))
                .isEqualTo("2026-01-02T03:04:05.000000006Z");
        assertThat(TextFormats.printBool(TextFormats.parseBool("true"))).isEqualTo("true");
    }

    @Test
    void namesThePartThatCannotBeParsed() {
        assertThatThrownBy(() -> TextFormats.part("date", "2026", TextFormats::parseCompactDate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("date \"2026\"");
    }
}
