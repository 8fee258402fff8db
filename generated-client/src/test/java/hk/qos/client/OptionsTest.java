package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The options of HTTP calls: each value has a wither and a getter, and equality is by value. */
class OptionsTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration TWO = Duration.ofSeconds(2);
    private static final Duration THREE = Duration.ofSeconds(3);
    private static final Duration FOUR = Duration.ofSeconds(4);
    private static final Duration FIVE = Duration.ofSeconds(5);

    @Test
    void httpTimeoutsKeepEachValue() {
        HttpTimeouts timeouts = HttpTimeouts.defaults()
                .withConnect(ONE)
                .withRead(TWO)
                .withWrite(THREE)
                .withAttempt(FOUR)
                .withCall(FIVE);

        assertThat(timeouts.connect()).isEqualTo(ONE);
        assertThat(timeouts.read()).isEqualTo(TWO);
        assertThat(timeouts.write()).isEqualTo(THREE);
        assertThat(timeouts.attempt()).isEqualTo(FOUR);
        assertThat(timeouts.call()).isEqualTo(FIVE);
        assertThat(HttpTimeouts.defaults().call()).isNull();
        HttpTimeouts same = HttpTimeouts.defaults()
                .withCall(FIVE)
                .withAttempt(FOUR)
                .withWrite(THREE)
                .withRead(TWO)
                .withConnect(ONE);
        assertThat(timeouts).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(HttpTimeouts.defaults());
        assertThat(timeouts)
                .hasToString(
                        "HttpTimeouts[connect 1000 ms, read 2000 ms, write 3000 ms, attempt 4000 ms, call 5000 ms]");
    }

    @Test
    void retryPolicyKeepsEachValue() {
        RetryPolicy policy = RetryPolicy.defaults()
                .withMaxAttempts(7)
                .withFirstDelay(ONE)
                .withMaxDelay(TWO)
                .withMaxRetryAfter(THREE);

        assertThat(policy.maxAttempts()).isEqualTo(7);
        assertThat(policy.firstDelay()).isEqualTo(ONE);
        assertThat(policy.maxDelay()).isEqualTo(TWO);
        assertThat(policy.maxRetryAfter()).isEqualTo(THREE);
        RetryPolicy same = RetryPolicy.defaults()
                .withMaxRetryAfter(THREE)
                .withMaxDelay(TWO)
                .withFirstDelay(ONE)
                .withMaxAttempts(7);
        assertThat(policy).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(RetryPolicy.defaults());
    }

    @Test
    void ratePolicyKeepsEachValue() {
        RatePolicy policy = RatePolicy.defaults()
                .withMaxWait(ONE)
                .withMargin(TWO)
                .withDefaultPause(THREE)
                .withMaxPause(FOUR);

        assertThat(policy.maxWait()).isEqualTo(ONE);
        assertThat(policy.margin()).isEqualTo(TWO);
        assertThat(policy.defaultPause()).isEqualTo(THREE);
        assertThat(policy.maxPause()).isEqualTo(FOUR);
        RatePolicy same = RatePolicy.waitUpTo(ONE)
                .withMaxPause(FOUR)
                .withDefaultPause(THREE)
                .withMargin(TWO);
        assertThat(policy).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(RatePolicy.defaults());
        assertThat(RatePolicy.failAtOnce().maxWait()).isZero();
    }

    @Test
    void planLimitsAreEqualByValueInAnyOrder() {
        PlanLimits limits = PlanLimits.defaults()
                .withInstruments(Operation.DEPTHS, 3)
                .withInstruments(20)
                .withRequestsPerMinute(Operation.DEPTHS, 4)
                .withRequestsPerMinute(30);
        PlanLimits same = PlanLimits.defaults()
                .withRequestsPerMinute(30)
                .withRequestsPerMinute(Operation.DEPTHS, 4)
                .withInstruments(20)
                .withInstruments(Operation.DEPTHS, 3);

        assertThat(limits).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(PlanLimits.defaults());
    }
}
