package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delay before a retry: half of the bound plus a random part of the other half. */
final class RetryBackoffTest {
    private static final RetryBackoff BACKOFF =
            new RetryBackoff(5, Duration.ofMillis(500), Duration.ofMillis(4_000), Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 4000", "31, 4000", "32, 4000", "1000000, 4000"})
    void boundDoublesUpToTheMaximum(int attempt, long boundMillis) {
        assertThat(BACKOFF.delay(attempt, always(0))).isEqualTo(Duration.ofMillis(boundMillis / 2));
        assertThat(BACKOFF.delay(attempt, always(1L << 63))).isEqualTo(Duration.ofMillis(boundMillis * 3 / 4));
        assertThat(BACKOFF.delay(attempt, always(-1)))
                .isBetween(Duration.ofMillis(boundMillis - 1), Duration.ofMillis(boundMillis));
    }

    @Test
    void firstDelayAboveTheMaximumIsTheMaximum() {
        RetryBackoff backoff = new RetryBackoff(5, Duration.ofSeconds(9), Duration.ofSeconds(4), Duration.ZERO);

        assertThat(backoff.delay(1, always(0))).isEqualTo(Duration.ofSeconds(2));
    }

    /** Returns the same bits always: all 0 for 0.0, the highest for 0.5, all for nearly 1.0. */
    private static RandomGenerator always(long bits) {
        return () -> bits;
    }
}
