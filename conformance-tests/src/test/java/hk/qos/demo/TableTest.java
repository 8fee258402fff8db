package hk.qos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TableTest {
    private static final Instant MOMENT = Instant.parse("2026-03-04T17:00:30Z");

    @Test
    void alignsNumbersToTheRightAndLeavesOutEmptyColumns() {
        Object trades = List.of(trade("US:AAPL", "187.5", "1200"), trade("CF:BTCUSDT", "65000.10", "0.004"));
        assertThat(Table.of(trades).lines(TerminalColours.NONE))
                .containsExactly(
                        "code           price  volume  direction",
                        "US:AAPL        187.5    1200  BUY",
                        "CF:BTCUSDT  65000.10   0.004  BUY");
    }

    @Test
    void seriesIsShownAsBars() {
        KLine bar = KLine.builder()
                .code("US:AAPL")
                .close(new BigDecimal("1"))
                .time(MOMENT)
                .type(KLineType.DAY)
                .build();
        KLineSeries series =
                KLineSeries.builder().code("US:AAPL").kLines(bar, bar).build();
        assertThat(Table.of(List.of(series)).lines(TerminalColours.NONE))
                .containsExactly(
                        "code     close  time                  type",
                        "US:AAPL      1  2026-03-04 17:00:30Z  DAY",
                        "US:AAPL      1  2026-03-04 17:00:30Z  DAY");
    }

    @Test
    void recordWithOneListIsSplitWhateverElseItHas() {
        Object page = new Page("p2", List.of(trade("US:AAPL", "187.5", "1200")), List.of("a"));
        assertThat(Table.of(page).lines(TerminalColours.NONE))
                .containsExactly("code     price  volume  direction", "US:AAPL  187.5    1200  BUY");
        assertThat(Table.of(new Page("p2", List.of(), List.of())).lines(TerminalColours.NONE))
                .isEmpty();
    }

    /** As a record of a longer answer is. */
    private record Page(String next, List<Trade> trades, List<String> notes) {}

    @Test
    void registrationShowsYearAndRedactedKey() {
        Registration registration = Registration.builder()
                .key("fb9a0123456789abcdef0123456789ab")
                .email("a@example.com")
                .createdAt(MOMENT)
                .expiresAt(Instant.parse("2027-03-04T17:00:30Z"))
                .build();
        assertThat(String.join("\n", Table.of(registration).lines(TerminalColours.NONE)))
                .contains("<redacted>", "2026-03-04", "2027-03-04")
                .doesNotContain("fb9a");
    }

    @Test
    void ideographIsTwoColumnsWide() {
        Object names = List.of(info("HK:700", "腾讯"), info("US:KO", "Coca"));
        assertThat(Table.of(names).lines(TerminalColours.NONE))
                .contains("HK:700  腾讯             100", "US:KO   Coca             100");
    }

    @Test
    void tooWideTableIsTransposed() {
        Object names = List.of(info("HK:700", "Tencent".repeat(8)), info("US:KO", "Coca".repeat(10)));
        assertThat(Table.of(names).lines(TerminalColours.NONE)).hasSizeBetween(2, 3);
        Object wider = List.of(info("HK:700", "Tencent".repeat(16)), info("US:KO", "Coca"));
        assertThat(Table.of(wider).lines(TerminalColours.NONE))
                .hasSize(3)
                .first()
                .asString()
                .matches("code +HK:700 +US:KO");
    }

    @Test
    void coloursOnATerminalOnly() {
        Object trades = List.of(trade("US:AAPL", "187.5", "1200"));
        assertThat(Table.of(trades).lines(TerminalColours.NONE)).noneMatch(line -> line.contains("\u001b"));
        assertThat(Table.of(trades).lines(new TerminalColours(Ansi.ON))).allMatch(line -> line.contains("\u001b"));
    }

    private static Trade trade(String code, String price, String volume) {
        return Trade.builder()
                .code(code)
                .price(new BigDecimal(price))
                .volume(new BigDecimal(volume))
                .direction(TradeDirection.BUY)
                .build();
    }

    private static InstrumentInfo info(String code, String name) {
        return InstrumentInfo.builder()
                .code(code)
                .chineseName(name)
                .lotSize(100L)
                .build();
    }
}
