package hk.qos.stream.internal.reconnect;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.ProtocolException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.error.UntrustedServerException;
import hk.qos.stream.Backoff;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides whether the stream connects again after an end, how soon at the earliest, and which error describes it. */
public final class DisconnectPolicy {
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Backoff backoff;
    private boolean everReady;
    private boolean turnedAway;
    private long turnedAwaySince;

    DisconnectPolicy(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * How to react to an end.
     *
     * @param retry whether to connect again; if not, the stream fails with {@code error}
     * @param leastWait how long to wait at least
     * @param turnedAway whether {@code error} is an answer that ends a stream which was never ready
     */
    public record Decision(boolean retry, Duration leastWait, boolean turnedAway, ClientException error) {}

    void ready() {
        everReady = true;
        turnedAway = false;
    }

    /** How long the stream has been turned away since it was last ready; {@code null} if it is not turned away. */
    @Nullable
    Duration turnedAwayFor(long now) {
        return turnedAway ? Duration.ofNanos(now - turnedAwaySince) : null;
    }

    Decision decide(ConnectionEnd end, boolean wasOpen, long now) {
        boolean away = isTurnedAway(end);
        if (away && !turnedAway) {
            turnedAway = true;
            turnedAwaySince = now;
        }
        boolean retry = !away || (everReady && mayRetry(now));
        return new Decision(retry, leastWait(end, away), away, error(end, wasOpen, away));
    }

    private boolean mayRetry(long now) {
        return now - turnedAwaySince < backoff.giveUpAfter().toNanos();
    }

    private Duration leastWait(ConnectionEnd end, boolean away) {
        Duration asked = end.retryAfter() == null ? Duration.ZERO : end.retryAfter();
        if (asked.compareTo(backoff.maxRetryAfter()) > 0) {
            asked = backoff.maxRetryAfter();
        }
        boolean throttled = away
                || (end.retryAfter() != null && !backoff.maxRetryAfter().isZero())
                || (end.kind() == Kind.UPGRADE_REFUSED && end.code() == TOO_MANY_REQUESTS)
                || (end.kind() == Kind.CLOSED && end.code() == POLICY_VIOLATION);
        return throttled && asked.compareTo(backoff.throttledBase()) < 0 ? backoff.throttledBase() : asked;
    }

    /** Whether another attempt would probably end the same way. */
    private static boolean isTurnedAway(ConnectionEnd end) {
        return switch (end.kind()) {
            case UNUSABLE, CERTIFICATE, FOREIGN -> true;
            case PROXY -> end.refusesCredentials();
            case UPGRADE_REFUSED -> end.code() >= 200 && end.code() < 500 && end.code() != TOO_MANY_REQUESTS;
            default -> false;
        };
    }

    private static ClientException error(ConnectionEnd end, boolean wasOpen, boolean away) {
        return switch (end.kind()) {
            case PROXY ->
                end.refusesCredentials()
                        ? AuthenticationException.ofProxy(end.detail(), end.code())
                        : new ConnectFailedException(end.detail(), end.cause(), null, end.code(), null, true);
            case UNUSABLE, RESOLVE, CONNECT, TLS, FOREIGN ->
                new ConnectFailedException(end.detail(), end.cause(), null, 0, null, !away);
            case CERTIFICATE -> new UntrustedServerException(end.detail(), end.cause());
            case UPGRADE_REFUSED -> refused(end, away);
            case UPGRADE_INVALID, PROTOCOL, TOO_LARGE, MALFORMED -> new ProtocolException(end.detail(), end.cause());
            case TIMEOUT -> new RequestTimeoutException(end.detail(), end.cause());
            case CLOSED, LOST, DEAD_PEER, LOCAL ->
                wasOpen
                        ? new ConnectionLostException(end.detail(), Outcome.UNKNOWN, end.cause(), end.serverMessage())
                        : new ConnectFailedException(end.detail(), end.cause(), end.serverMessage(), 0, null, true);
        };
    }

    private static ClientException refused(ConnectionEnd end, boolean away) {
        boolean client = end.code() >= 400 && end.code() < 500 && end.code() != TOO_MANY_REQUESTS;
        if (end.code() == 401 || end.code() == 403 || (client && end.refusesCredentials())) {
            return AuthenticationException.refused(ConnectionEnd.refusal(end.code()), end.serverMessage(), end.code());
        }
        return switch (end.code()) {
            case TOO_MANY_REQUESTS -> new TooManyRequestsException(end.detail(), end.serverMessage(), end.retryAfter());
            default ->
                new ConnectFailedException(
                        end.detail(), null, end.serverMessage(), end.code(), end.retryAfter(), !away);
        };
    }
}
