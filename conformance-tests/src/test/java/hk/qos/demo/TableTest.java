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
    void splitsSeriesIntoBars() {
        KLine bar = new KLine("US:AAPL", null, new BigDecimal("1"), null, null, null, MOMENT, KLineType.DAY);
        assertThat(Table.of(List.of(new KLineSeries("US:AAPL", List.of(bar, bar))))
                        .lines(TerminalColours.NONE))
                .containsExactly(
                        "code     close  time                  type",
                        "US:AAPL      1  2026-03-04 17:00:30Z  DAY",
                        "US:AAPL      1  2026-03-04 17:00:30Z  DAY");
    }

    @Test
    void showsTheYearAndNoKeyOfARegistration() {
        Registration registration = new Registration(
                "fb9a0123456789abcdef0123456789ab",
                "a@example.com",
                MOMENT,
                Instant.parse("2027-03-04T17:00:30Z"),
                null);
        assertThat(String.join("\n", Table.of(registration).lines(TerminalColours.NONE)))
                .contains("<redacted>", "2026-03-04", "2027-03-04")
                .doesNotContain("fb9a");
    }

    @Test
    void ideographTakesTwoColumns() {
        Object names = List.of(info("HK:700", "腾讯"), info("US:KO", "Coca"));
        assertThat(Table.of(names).lines(TerminalColours.NONE))
                .contains("HK:700  腾讯             100", "US:KO   Coca             100");
    }

    @Test
    void turnsATableThatIsTooWide() {
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
        return new Trade(code, new BigDecimal(price), new BigDecimal(volume), null, TradeDirection.BUY);
    }

    private static InstrumentInfo info(String code, String name) {
        return new InstrumentInfo(code, null, null, name, null, 100L, null, null, null, null, null);
    }
}
