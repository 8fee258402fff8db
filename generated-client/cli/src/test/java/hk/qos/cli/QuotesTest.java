package hk.qos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.cli.output.DisplayWidth;
import hk.qos.client.QosClient;
import hk.qos.client.model.Depth;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradingDay;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands that print one answer. */
class QuotesTest {
    private static final Moshi MOSHI = moshi();

    private static Moshi moshi() {
        try (QosClient client = QosClient.builder().withoutApiKey().build()) {
            return client.moshi();
        }
    }

    @Test
    void quotesInAnySpellingAreRowsOfATable() {
        Run run = Run.simulated("quote", "700.HK", "aapl.us");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).startsWith("code").contains("lastPrice", "change", "change %", "volume");
        assertThat(run.lines().get(1)).startsWith("HK:700 ").contains("+08:00");
        assertThat(run.lines().get(2)).startsWith("US:AAPL ");
    }

    @Test
    void csvHasEveryComponentAndEveryRow() {
        Run run = Run.simulated("quote", "US:AAPL,TSLA", "--csv");

        List<String> names = List.of(run.lines().get(0).split(","));
        for (RecordComponent component : Snapshot.class.getRecordComponents()) {
            assertThat(names)
                    .anyMatch(name -> name.equals(component.getName()) || name.startsWith(component.getName() + "."));
        }
        assertThat(run.lines()).hasSize(3).allMatch(line -> line.split(",", -1).length == names.size());
        assertThat(run.lines().get(2)).startsWith("US:TSLA,");
    }

    @Test
    void csvAndJsonHaveTheSameNumbers() throws IOException {
        Snapshot quote = this.<Snapshot>list(Run.simulated("quote", "HK:700", "--json"), Snapshot.class)
                .get(0);

        List<String> csv = Run.simulated("quote", "HK:700", "--csv").lines();
        int price = List.of(csv.get(0).split(",")).indexOf("lastPrice");
        int time = List.of(csv.get(0).split(",")).indexOf("time");
        assertThat(csv.get(1).split(",", -1)[price]).isEqualTo(String.valueOf(quote.lastPrice()));
        assertThat(csv.get(1).split(",", -1)[time]).isEqualTo(String.valueOf(quote.time()));
    }

    @Test
    void jsonOfEveryCommandIsOneDocumentThatTheClientReads() throws IOException {
        assertThat(this.<Snapshot>list(Run.simulated("quote", "HK:700", "US:AAPL", "--json"), Snapshot.class))
                .extracting(Snapshot::code)
                .containsExactly("HK:700", "US:AAPL");
        assertThat(this.<Depth>list(Run.simulated("depth", "HK:700", "--json"), Depth.class))
                .singleElement()
                .satisfies(book -> assertThat(book.bids()).isNotEmpty());
        assertThat(this.<Trade>list(Run.simulated("trades", "CF:BTCUSDT", "--count", "7", "--json"), Trade.class))
                .hasSize(7);
        assertThat(this.<KLineSeries>list(Run.simulated("bars", "HK:700", "--count", "4", "--json"), KLineSeries.class))
                .singleElement()
                .satisfies(series -> assertThat(series.kLines()).hasSize(4));
        assertThat(this.<InstrumentInfo>list(Run.simulated("info", "HK:700", "--json"), InstrumentInfo.class))
                .extracting(InstrumentInfo::code)
                .containsExactly("HK:700");
        assertThat(this.<Product>list(Run.simulated("products", "HK", "--json"), Product.class))
                .isNotEmpty()
                .allMatch(product -> product.code().startsWith("HK:"));
        Type calendars = Types.newParameterizedType(
                Map.class, Market.class, Types.newParameterizedType(List.class, TradingDay.class));
        Map<Market, List<TradingDay>> days =
                this.<Map<Market, List<TradingDay>>>read(Run.simulated("calendar", "hk", "us", "--json"), calendars);
        assertThat(days).containsOnlyKeys(Market.HK, Market.US);
        assertThat(days.get(Market.HK)).isNotEmpty();
    }

    private <T> List<T> list(Run run, Class<T> type) throws IOException {
        assertThat(run.err()).isEmpty();
        return this.<List<T>>read(run, Types.newParameterizedType(List.class, type));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As in Moshi.
    private <T> T read(Run run, Type type) throws IOException {
        T value = MOSHI.<T>adapter(type).fromJson(run.out());
        assertThat(value).isNotNull();
        return value;
    }

    @Test
    void anOrderBookIsARowALevel() {
        Run run = Run.simulated("depth", "HK:700", "--csv");

        assertThat(run.lines().get(0)).contains("code,", "level", "bids.price", "asks.volume");
        int level = Arrays.asList(run.lines().get(0).split(",")).indexOf("level");
        assertThat(run.lines().stream().skip(1).map(line -> line.split(",", -1)[level]))
                .startsWith("1", "2", "3")
                .hasSize(run.lines().size() - 1);
    }

    @Test
    void barsOfADayShowTheirDateOnTheMarketsClock() {
        Run run = Run.simulated("bars", "HK:700", "--count", "3");

        assertThat(run.lines().get(0)).contains("open", "high", "low", "close", "volume");
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().subList(1, 4)).allMatch(line -> line.contains(" 00:00:00+08:00"));
    }

    @Test
    void aTableAlignsChineseNames() {
        Run run = Run.simulated("info", "HK:700", "SH:600519", "US:AAPL");

        assertThat(run.out()).contains("chineseName");
        int widest = run.lines().stream().mapToInt(DisplayWidth::of).max().orElseThrow();
        String header = run.lines().get(0);
        String lastName = header.substring(header.stripTrailing().lastIndexOf(' ') + 1);
        // The last column is right-aligned numbers, so that all rows end in the same column.
        assertThat(lastName).isNotEmpty();
        assertThat(run.lines()).allMatch(line -> DisplayWidth.of(line) == widest);
    }

    @Test
    void aNarrowTerminalGetsFewerColumnsAndASingleRecordIsTurned() {
        Run two = new Run().terminal(24, 40).start("quote", "HK:700", "US:AAPL", "--simulator");
        assertThat(two.lines().stream().map(QuotesTest::plain)).allMatch(line -> line.length() <= 60);
        assertThat(plain(two.lines().get(0))).startsWith("code").doesNotContain("turnover");
        assertThat(plain(two.out())).contains("more columns with a wider terminal");

        Run one = new Run().terminal(24, 40).start("quote", "HK:700", "--simulator");
        assertThat(one.lines().stream().map(QuotesTest::plain)).anyMatch(line -> line.matches("turnover +\\d[\\d.]+"));
    }

    @Test
    void noColorIsRespected() {
        assertThat(new Run()
                        .terminal(24, 200)
                        .start("quote", "HK:700", "US:AAPL", "--simulator")
                        .out())
                .contains("\u001b[");
        assertThat(new Run()
                        .terminal(24, 200)
                        .environment("NO_COLOR", "1")
                        .start("quote", "HK:700", "US:AAPL", "--simulator")
                        .out())
                .doesNotContain("\u001b[");
    }

    @Test
    void productsAndCalendarTellTheirMarkets() {
        assertThat(Run.simulated("products", "cf").lines()).anyMatch(line -> line.startsWith("CF:BTCUSDT"));

        Run calendar = Run.simulated("calendar", "HK");
        assertThat(calendar.lines().get(0)).contains("market", "day.date", "day.length");
        assertThat(calendar.lines().get(1)).startsWith("HK ");
        assertThat(calendar.out()).containsPattern("HK is (open, closes|closed, opens) ");
    }

    @Test
    void fiveHundredCodesAreOneAnswer() {
        String[] arguments = new String[501];
        arguments[0] = "quote";
        for (int i = 0; i < 500; i++) {
            arguments[i + 1] = "HK:" + (10_000 + i);
        }
        Run run = Run.simulated(arguments);

        assertThat(run.status()).isEqualTo(Qos.FAILED);
        assertThat(run.err()).contains("no answer for HK:10000, ", " and 490 others");
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
