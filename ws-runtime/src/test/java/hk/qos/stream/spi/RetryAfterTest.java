package hk.qos.stream.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of the header, with every kind of value. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,PT0S", "5,PT5S", "' 120 ',PT2M", "0000000000007,PT7S", "31536000,P365D"})
    void readsSeconds(String value, Duration wait) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31536001",
                "2147483647",
                "2147483648",
                "9223372036854775808",
                "99999999999999999999",
                "Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void moreThanAYearIsAYear(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(RetryAfter.MAX_DELAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 05 Jan 2026 10:01:30 GMT",
                "Monday, 05-Jan-26 10:01:30 GMT",
                "Mon Jan  5 10:01:30 2026",
                "Mon, 5 Jan 2026 10:01:30 GMT"
            })
    void readsDatesInEachFormOfHttp(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    /** The difference of the server's two dates is right even if its clock is wrong. */
    @Test
    void countsADateFromTheDateOfTheAnswer() {
        assertThat(RetryAfter.parse("Mon, 05 Jan 2026 13:00:40 GMT", "Mon, 05 Jan 2026 13:00:00 GMT", NOW))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(RetryAfter.parse("Mon, 05 Jan 2026 10:00:40 GMT", "yesterday", NOW))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void pastDateMeansNoWait() {
        assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:37 GMT", null, NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "soon", "-5", "+5", "1.5", "5s", "1e9", "٥", "Mon, 99 Foo 2026 10:00:00 GMT", "5, 10"})
    void invalidValueIsIgnored(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isNull();
    }

    @Test
    void missingHeaderIsIgnored() {
        assertThat(RetryAfter.parse(null, "Mon, 05 Jan 2026 10:00:00 GMT", NOW)).isNull();
    }
}
