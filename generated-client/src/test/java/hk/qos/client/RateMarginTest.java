package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hk.qos.error.LimitException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The margin that is added to the minute of the rate limit. */
final class RateMarginTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void nextRequestWaitsOneMinutePlusMargin() throws Exception {
        assertThat(waitOfTheSecondRequest(RatePolicy.failAtOnce().withMargin(MINUTE)))
                .isBetween(MINUTE.plusNanos(1), MINUTE.multipliedBy(2));
        assertThat(waitOfTheSecondRequest(RatePolicy.failAtOnce().withMargin(Duration.ZERO)))
                .isBetween(Duration.ofNanos(1), MINUTE);
    }

    private static Duration waitOfTheSecondRequest(RatePolicy policy) throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client()
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(1))
                        .ratePolicy(policy)
                        .build()) {
            qos.http().snapshots("US:AAPL");
            LimitException refused =
                    catchThrowableOfType(LimitException.class, () -> qos.http().snapshots("US:AAPL"));
            Duration wait = refused.retryAfter();
            return wait == null ? Duration.ZERO : wait;
        }
    }
}
