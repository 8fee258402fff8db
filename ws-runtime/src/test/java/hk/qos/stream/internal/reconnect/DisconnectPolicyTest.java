package hk.qos.stream.internal.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.error.UntrustedServerException;
import hk.qos.stream.Backoff;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionEnd.Said;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ends are followed by another attempt, how soon, and which error reports them. */
final class DisconnectPolicyTest {
    private static final Backoff BACKOFF = Backoff.defaults()
            .withThrottledBase(Duration.ofSeconds(9))
            .withMaxRetryAfter(Duration.ofSeconds(60))
            .withGiveUpAfter(Duration.ofSeconds(100));

    private final DisconnectPolicy policy = new DisconnectPolicy(BACKOFF);

    @ParameterizedTest
    @CsvSource({
        "101, false",
        "200, true",
        "299, true",
        "300, true",
        "302, true",
        "400, true",
        "404, true",
        "429, false",
        "499, true",
        "500, false",
        "503, false"
    })
    void statusDecidesWhetherARefusalIsPermanent(int status, boolean away) {
        DisconnectPolicy.Decision decision = policy.decide(ConnectionEnd.refused(status, null), false, 0);

        assertThat(decision.turnedAway()).isEqualTo(away);
        assertThat(decision.retry()).as("of a stream that was never ready").isEqualTo(!away);
        assertThat(policy.turnedAwayFor(5)).isEqualTo(away ? Duration.ofNanos(5) : null);
    }

    @Test
    void readyStreamRetriesUntilGiveUpAfter() {
        ConnectionEnd refusal = ConnectionEnd.refused(403, null);
        long giveUpAfter = BACKOFF.giveUpAfter().toNanos();
        policy.ready();
        assertThat(policy.decide(refusal, false, 7).retry()).isTrue();
        assertThat(policy.turnedAwayFor(10)).isEqualTo(Duration.ofNanos(3));
        assertThat(policy.decide(refusal, false, 6 + giveUpAfter).retry()).isTrue();
        assertThat(policy.decide(refusal, false, 7 + giveUpAfter).retry()).isFalse();
        policy.ready();
        assertThat(policy.turnedAwayFor(10)).isNull();
        assertThat(policy.decide(refusal, false, 8 + giveUpAfter).retry()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // The status, the server's Retry-After and the resulting wait, in seconds.
        "503, , 0",
        "503, 0, 9",
        "503, 8, 9",
        "503, 9, 9",
        "503, 10, 10",
        "503, 60, 60",
        "503, 61, 60",
        "429, , 9",
        "429, 20, 20",
        "403, , 9",
        "403, 20, 20"
    })
    void minimumWaitIsBounded(int status, @Nullable Long asked, long wait) {
        Duration retryAfter = asked == null ? null : Duration.ofSeconds(asked);

        assertThat(policy.decide(ConnectionEnd.refused(status, retryAfter), false, 0)
                        .leastWait())
                .isEqualTo(Duration.ofSeconds(wait));
    }

    @Test
    void policyViolationIsThrottledAndOtherClosesAreNot() {
        assertThat(policy.decide(ConnectionEnd.closed(1008, ""), true, 0).leastWait())
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(policy.decide(ConnectionEnd.closed(1001, ""), true, 0).leastWait())
                .isZero();
        assertThat(policy.decide(ConnectionEnd.ofProxy(429, "no", "no", false, null), false, 0)
                        .leastWait())
                .isZero();
    }

    @Test
    void retryAfterIsIgnoredIfItsBoundIsZero() {
        DisconnectPolicy ignoring = new DisconnectPolicy(BACKOFF.withMaxRetryAfter(Duration.ZERO));

        assertThat(ignoring.decide(ConnectionEnd.refused(503, Duration.ofSeconds(5)), false, 0)
                        .leastWait())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyUnusableSettingsCertificatesAndOtherProtocolsArePermanentWithoutStatus(Kind kind) {
        assertThat(policy.decide(ConnectionEnd.of(kind, "end"), false, 0).turnedAway())
                .isEqualTo(Set.of(Kind.UNUSABLE, Kind.CERTIFICATE, Kind.FOREIGN).contains(kind));
    }

    @Test
    void eachEndHasTheErrorOfItsKind() {
        assertError(ConnectionEnd.ofProxy(407, "end", "no", true, null), AuthenticationException.class);
        assertError(ConnectionEnd.ofProxy(502, "end", "no", false, null), ConnectFailedException.class);
        assertError(ConnectionEnd.of(Kind.RESOLVE, "end"), ConnectFailedException.class);
        assertError(ConnectionEnd.of(Kind.FOREIGN, "end"), ConnectFailedException.class);
        assertError(ConnectionEnd.of(Kind.CERTIFICATE, "end"), UntrustedServerException.class);
        assertError(ConnectionEnd.of(Kind.UPGRADE_INVALID, "end"), ProtocolException.class);
        assertError(ConnectionEnd.of(Kind.TIMEOUT, "end"), RequestTimeoutException.class);
        assertError(ConnectionEnd.of(Kind.LOST, "end"), ConnectFailedException.class);
        assertThat(policy.decide(ConnectionEnd.of(Kind.LOST, "end"), true, 0).error())
                .isExactlyInstanceOf(ConnectionLostException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // The status, and whether the server's message is about the credentials.
        "401, false, AuthenticationException", "403, false, AuthenticationException",
        "400, true, AuthenticationException", "499, true, AuthenticationException",
        "400, false, ConnectFailedException", "399, true, ConnectFailedException",
        "500, true, ConnectFailedException", "429, true, TooManyRequestsException",
        "402, false, ConnectFailedException"
    })
    void refusedUpgradeHasStatusAndServerMessage(int status, boolean ofCredentials, String error) {
        ConnectionEnd end = ConnectionEnd.refused(status, null).saying(new Said("words", ofCredentials));

        assertThat(policy.decide(end, false, 0).error().getClass().getSimpleName())
                .isEqualTo(error);
        assertThat(policy.decide(end, false, 0).error()).hasMessageContaining("words");
    }

    @Test
    void refusedUpgradeWithoutServerMessageHasStatus() {
        assertError(ConnectionEnd.refused(401, null), AuthenticationException.class);
        assertError(ConnectionEnd.refused(404, null), ConnectFailedException.class);
        assertThat(policy.decide(ConnectionEnd.refused(429, Duration.ofSeconds(3)), false, 0)
                        .error())
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
        ClientException unavailable = policy.decide(ConnectionEnd.refused(503, Duration.ofSeconds(7)), false, 0)
                .error();
        assertThat(unavailable).isExactlyInstanceOf(ConnectFailedException.class);
        assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 300, 302, 400, 401, 403, 404, 410, 429, 499, 500, 503})
    void errorOfARefusedUpgradeIsRetryableUnlessItTurnsAwayAndHasTheStatus(int status) {
        DisconnectPolicy.Decision decision = policy.decide(ConnectionEnd.refused(status, null), false, 0);

        assertThat(decision.error().isRetryable()).isEqualTo(!decision.turnedAway());
        assertThat(decision.error().httpStatus()).hasValue(status);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UPGRADE_INVALID", "PROTOCOL", "TOO_LARGE", "MALFORMED"})
    void errorOfAFailedAttemptIsRetryableUnlessItTurnsAway(Kind kind) {
        DisconnectPolicy.Decision decision = policy.decide(ConnectionEnd.of(kind, "end"), false, 0);

        assertThat(decision.error().isRetryable()).isEqualTo(!decision.turnedAway());
    }

    @Test
    void errorOfAProxyHasItsStatus() {
        ConnectionEnd credentials = ConnectionEnd.ofProxy(407, "end", "no", true, null);
        DisconnectPolicy.Decision refused = policy.decide(credentials, false, 0);
        assertThat(refused.turnedAway()).isTrue();
        assertThat(refused.error().httpStatus()).hasValue(407);
        assertThat(refused.error().serverMessage())
                .as("a proxy is not the server")
                .isNull();

        ConnectionEnd forbidden = ConnectionEnd.ofProxy(403, "end", "no", false, null);
        assertThat(policy.decide(forbidden, false, 0).error().httpStatus()).hasValue(403);
        assertThat(policy.decide(forbidden, false, 0).error().isRetryable()).isTrue();

        ConnectionEnd socks = ConnectionEnd.ofProxy(0, "end", "no", true, null);
        assertThat(policy.decide(socks, false, 0).error())
                .isInstanceOf(AuthenticationException.class)
                .satisfies(error -> assertThat(error.httpStatus()).isEmpty());
    }

    private void assertError(ConnectionEnd end, Class<? extends ClientException> kind) {
        assertThat(policy.decide(end, false, 0).error()).isExactlyInstanceOf(kind);
    }
}
