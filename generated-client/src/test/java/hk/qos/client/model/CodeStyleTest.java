package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeStyleTest {
    /** Instruments of the markets that have styles; of others there is nothing to know. */
    private static final Map<Market, List<String>> CODES = Map.of(
            Market.US, List.of("US:AAPL", "US:BRK.B"),
            Market.HK, List.of("HK:700", "HK:1", "HK:80700"),
            Market.SH, List.of("SH:600519", "SH:000001"),
            Market.SZ, List.of("SZ:000001", "SZ:300750"));

    @ParameterizedTest
    @CsvSource({
        "700.HK,HK:700",
        "0700.HK,HK:700",
        "00700.HK,HK:700",
        "HK.00700,HK:700",
        "hk00700,HK:700",
        "HK700,HK:700",
        "hk:00700,HK:700",
        "HKEX:700,HK:700",
        "sh600519,SH:600519",
        "SH.600519,SH:600519",
        "600519.SS,SH:600519",
        "600519.SH,SH:600519",
        "600519.XSHG,SH:600519",
        "sse:600519,SH:600519",
        "000001.SZ,SZ:000001",
        "sz000001,SZ:000001",
        "000001.SS,SH:000001",
        "AAPL.US,US:AAPL",
        "US.AAPL,US:AAPL",
        "aapl.us,US:AAPL",
        "us:aapl,US:AAPL",
        "brk.b.us,US:BRK.B",
        "US.BRK.B,US:BRK.B",
        "cf:btcusdt,CF:BTCUSDT",
        "xx:AbC,XX:AbC",
        "\uff17\uff10\uff10.HK,HK:700",
        "\uff28\uff2b\uff1a\uff10\uff10\uff17\uff10\uff10,HK:700",
        "700\u3002HK,HK:700",
    })
    void spellingsOfOtherServicesAreParsed(String text, String code) {
        assertThat(InstrumentCodes.parse(text)).isEqualTo(code);
        assertThat(InstrumentCodes.parse(" \t" + text + "\u3000\n")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"HK : 700,HK:700", "US :AAPL,US:AAPL", "700 . HK,HK:700"})
    void spaceBesideSeparatorsIsDropped(String text, String code) {
        assertThat(InstrumentCodes.parse(text)).isEqualTo(code);
    }

    /** HK, SH and SZ are tickers of the United States too, and symbols elsewhere are digits. */
    @ParameterizedTest
    @CsvSource({"HK.US,US:HK", "SH.US,US:SH", "US.SH,US:SH", "US.HK,US:HK", "US.US,US:US"})
    void tickersNamedLikeMarketsAreParsedByTheirSymbols(String text, String code) {
        assertThat(InstrumentCodes.parse(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "AAPL",
                "700",
                "AAPL.SZ",
                "600519.HK",
                "shanghai",
                "US:",
                "US:A B",
                "US:AAPL,TSLA",
                ".HK",
                "HK."
            })
    void textThatNamesNoInstrumentIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentCodes.parse(text))
                .withMessageStartingWith("text must name one instrument and its market, such as HK:700")
                .withMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US:AAPL,700.HK | \"US:AAPL\", \"HK:700\"",
                "SH:sh600519 | \"SH:600519\"",
                "HK:700.HK | \"HK:700\"",
                "US:A\u200bB | \"US:AB\"",
                "US:AAPL\u3001TSLA | \"US:AAPL\", \"US:TSLA\""
            })
    void symbolThatNoInstrumentOfTheMarketHasIsRefusedWithAHint(String code, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KLineQuery.of(KLineType.DAY, 1, code))
                .withMessageEndingWith("; did you mean " + meant + "?");
    }

    @Test
    void symbolThatACodeStyleCannotSpellIsRefused() {
        for (String code : List.of("HK:HSI", "SH:1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InstrumentCodes.format(code, CodeStyle.FUTU))
                    .withMessageContaining("code has a symbol that the style FUTU cannot spell")
                    .withMessageEndingWith("\"" + code + "\"");
        }
    }

    @Test
    void veryLongTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentCodes.parse(" ".repeat(1_000_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "HK:700,YAHOO,0700.HK",
        "HK:80700,YAHOO,80700.HK",
        "US:BRK.B,YAHOO,BRK-B",
        "SH:600519,YAHOO,600519.SS",
        "HK:00700,FUTU,HK.00700",
        "US:aapl,FUTU,US.AAPL",
        "HK:700,LONGPORT,700.HK",
        "HK:700,TUSHARE,00700.HK",
        "SZ:000001,SINA,sz000001",
        "SH:600519,JOINQUANT,600519.XSHG",
        "HK:700,TRADINGVIEW,HKEX:700"
    })
    void codesAreFormattedInEachStyle(String code, CodeStyle style, String spelling) {
        assertThat(InstrumentCodes.format(code, style)).isEqualTo(spelling);
    }

    @ParameterizedTest
    @EnumSource(CodeStyle.class)
    void formattedCodesAreParsedAgain(CodeStyle style) {
        assertThat(style.markets()).isNotEmpty();
        for (Market market : style.markets()) {
            for (String code : CODES.getOrDefault(market, List.of())) {
                String spelling = InstrumentCodes.format(code, style);
                // Yahoo's symbols of the United States have no mark, and could be of any market.
                if (!spelling.replace('-', '.').equals(code.substring(code.indexOf(':') + 1))) {
                    assertThat(InstrumentCodes.parse(spelling))
                            .as("%s %s", style, spelling)
                            .isEqualTo(code);
                    assertThat(InstrumentCodes.parse(spelling.toLowerCase(Locale.ROOT)))
                            .isEqualTo(code);
                }
            }
        }
    }

    @Test
    void styleWithoutTheMarketIsRefused() {
        assertThat(CodeStyle.SINA.markets()).containsExactly(Market.HK, Market.SH, Market.SZ);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentCodes.format("CF:BTCUSDT", CodeStyle.SINA))
                .withMessage(
                        "code must be of one of the markets HK, SH, SZ to be written in the style SINA: \"CF:BTCUSDT\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "700.HK|codes must have the form MARKET:SYMBOL: \"700.HK\"; did you mean \"HK:700\"?",
                "us:AAPL|codes must have the form MARKET:SYMBOL: \"us:AAPL\"; did you mean \"US:AAPL\"?",
                "AAPL|codes must have the form MARKET:SYMBOL: \"AAPL\"",
                "700.HK,sh600519|codes must have the form MARKET:SYMBOL: \"700.HK,sh600519\"; did you mean \"HK:700\", \"SH:600519\"?",
                "us:aapl,tsla|codes must have the form MARKET:SYMBOL: \"us:aapl,tsla\"; did you mean \"US:AAPL\", \"US:TSLA\"?",
                "US:AAPL, TSLA|codes must have the form MARKET:SYMBOL: \"US:AAPL, TSLA\"; did you mean \"US:AAPL\", \"US:TSLA\"?",
                "HK:700,SH:600519|codes must name one market, and only once, in each text: \"HK:700,SH:600519\"; did you mean \"HK:700\", \"SH:600519\"?",
                "US:AAPL,HK:700|codes must name one market, and only once, in each text: \"US:AAPL,HK:700\"; did you mean \"US:AAPL\", \"HK:700\"?",
                "US:AAPL,XX:?|codes must name one market, and only once, in each text: \"US:AAPL,XX:?\"",
                "US:AAPL,|codes must have the form MARKET:SYMBOL: \"US:AAPL,\""
            })
    void refusalQuotesTheTextAndSuggestsCodes(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentCodes.split(List.of("US:MSFT", text)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KLineQuery.of(KLineType.DAY, 1, text))
                .withMessage(message);
    }
}
