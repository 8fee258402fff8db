package hk.qos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.cli.output.DisplayWidth;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arguments mean, and how wide text is. */
class TimesTest {
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    @Test
    void datesAndTimesWithoutOffsetAreThoseOfTheMarket() {
        assertThat(Moments.read("--from", "2026-11-30", HONG_KONG)).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
        assertThat(Moments.read("--from", "2026-11-30T09:30", HONG_KONG))
                .isEqualTo(Instant.parse("2026-11-30T01:30:00Z"));
        assertThat(Moments.read("--from", "2026-11-30T09:30:00Z", HONG_KONG))
                .isEqualTo(Instant.parse("2026-11-30T09:30:00Z"));
        assertThat(Moments.read("--from", "2026-11-30T09:30:00-05:00", HONG_KONG))
                .isEqualTo(Instant.parse("2026-11-30T14:30:00Z"));
    }

    @Test
    void codesMayShareAMarketOrHaveTheirOwn() {
        assertThat(Codes.read("700.HK")).isEqualTo(List.of("HK:700"));
        assertThat(Codes.read("US:AAPL,TSLA")).isEqualTo(List.of("US:AAPL", "US:TSLA"));
        assertThat(Codes.read("HK:700,sh600519")).isEqualTo(List.of("HK:700", "SH:600519"));
        assertThat(Codes.read("700.HK,AAPL.US")).isEqualTo(List.of("HK:700", "US:AAPL"));
    }

    @Test
    void wideAndCombiningCharactersAreMeasured() {
        assertThat(DisplayWidth.of("騰訊")).isEqualTo(4);
        assertThat(DisplayWidth.of("ＡＢ－Ｗ")).isEqualTo(8);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.cut("騰訊控股", 6)).isEqualTo("騰訊…");
        assertThat(DisplayWidth.cut("騰訊控股", 8)).isEqualTo("騰訊控股");
        assertThat(DisplayWidth.cut("abc", 1)).isEqualTo("…");
    }
}
