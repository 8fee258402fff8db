package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.internal.check.CodeSpelling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentCodesTest {

    @ParameterizedTest
    @CsvSource({
        "HK:00700,HK:700",
        "HK:700,HK:700",
        "HK:0000,HK:0",
        "SZ:000001,SZ:000001",
        "US:BRK.B,US:BRK.B",
        "XX:007,XX:007"
    })
    void leadingZerosAreRemovedOnlyWhereInsignificant(String given, String canonical) {
        assertThat(InstrumentCodes.canonical(given)).isEqualTo(canonical);
        assertThat(CodeSpelling.received(given)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "US:aapl,US:AAPL",
        "US:Brk.b,US:BRK.B",
        "HK:00700,HK:700",
        "CF:btcusdt,CF:BTCUSDT",
        "US:ß,US:ß",
        "IX:aBc,IX:aBc",
        "XX:abc,XX:abc"
    })
    void symbolsAreUpperCaseIfTheMarketHasNoOther(String given, String canonical) {
        assertThat(InstrumentCodes.canonical(given)).isEqualTo(canonical);
        assertThat(CodeSpelling.received(given)).isEqualTo(canonical);
        assertThat(InstrumentCodes.split(List.of(given, canonical))).containsExactly(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAPL",
                "us:AAPL",
                "US:",
                "1S:AAPL",
                "US:AA PL",
                "US:A:B",
                "US:A\nB",
                "US:A,",
                "US:A\u3000B",
                "US:A\u00a0B",
                "US:A\u0085B",
                "US:A\u2028B",
                "US:\ufeffA"
            })
    void invalidCodeIsNamed(String given) {
        assertThatThrownBy(() -> InstrumentCodes.split(List.of("US:AAPL", given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MARKET:SYMBOL")
                .hasMessageStartingWith("codes must")
                .hasMessageNotContainingAny("\n", "\u0085", "\u2028");
    }

    @Test
    @SuppressWarnings("NullAway") // as callers without null checks do
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> InstrumentCodes.split(null)).hasMessage("codes is missing");
        assertThatThrownBy(() -> CodeSpelling.batch(null)).hasMessage("codes is missing");
        assertThatThrownBy(() -> CodeSpelling.split("asked", Arrays.asList("US:AAPL", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an item of asked is missing");
        assertThatThrownBy(() -> InstrumentCodes.canonical(null)).hasMessage("code is missing");
        assertThatThrownBy(() -> InstrumentCodes.market(null)).hasMessage("code is missing");
    }

    @Test
    void symbolsOfAnyScriptAreAccepted() {
        assertThat(InstrumentCodes.canonical("SH:\u8305\u53f0\ud83d\ude00")).endsWith("\u53f0\ud83d\ude00");
    }

    @Test
    void batchesAreSplitAndCodesAreUniqueInOrder() {
        assertThat(InstrumentCodes.split(List.of("US:TSLA,AAPL", "HK:00700", "US:AAPL", "HK:700")))
                .containsExactly("US:TSLA", "US:AAPL", "HK:700");
    }

    @Test
    void codesAreBatchedByMarket() {
        assertThat(CodeSpelling.batch(List.of("US:AAPL", "HK:00700", "US:TSLA", "US:AAPL")))
                .containsExactly("US:AAPL,TSLA", "HK:700");
    }

    @Test
    void documentedMarketsAreAccepted() {
        assertThat(InstrumentCodes.market("HK:700")).isEqualTo(Market.HK);
        assertThat(InstrumentCodes.market("XX:1")).isNull();
        assertThat(InstrumentCodes.market("nonsense")).isNull();
    }

    @Test
    void receivedTextThatIsNotACodeIsUnchanged() {
        assertThat(CodeSpelling.received("nonsense")).isEqualTo("nonsense");
        assertThat(CodeSpelling.received("")).isEmpty();
    }

    @Test
    void spellingsInOneCacheSlotAreNotConfused() {
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < 20_000; i++) {
                assertThat(CodeSpelling.received("HK:000" + i)).isEqualTo("HK:" + i);
            }
        }
    }
}
