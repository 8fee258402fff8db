package hk.qos.ws.internal.engine;

import hk.qos.ws.Backoff;
import hk.qos.ws.error.AuthenticationException;
import hk.qos.ws.error.ClientException;
import hk.qos.ws.error.ConnectFailedException;
import hk.qos.ws.error.ConnectionLostException;
import hk.qos.ws.error.ConnectionLostException.Outcome;
import hk.qos.ws.error.DeadlineException;
import hk.qos.ws.error.ProtocolException;
import hk.qos.ws.error.TooManyRequestsException;
import hk.qos.ws.error.UntrustedServerException;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import java.time.Duration;

/** Decides what an end means: whether to try again, how soon at the earliest, and what to tell people. */
final class Verdicts {
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_BIG = 1009;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PATIENCE = 3;

    private final Backoff policy;
    private boolean everConnected;
    private int refusals;
    private int tooBig;

    Verdicts(Backoff policy) {
        this.policy = policy;
    }

    /** What to do now. {@code least} is how long to wait at least. */
    record Verdict(boolean goOn, Duration least, ClientException error) {}

    void connected() {
        everConnected = true;
        refusals = 0;
    }

    /** The connection proved itself. */
    void stable() {
        tooBig = 0;
    }

    Verdict judge(ConnectionEnd end, boolean wasOpen) {
        // Only an answer can be a refusal: a proxy that was not reached has none.
        if (end.kind() != Kind.UPGRADE_REFUSED && (end.kind() != Kind.PROXY || end.code() == 0)) {
            refusals = 0;
        }
        ClientException error = error(end, wasOpen);
        boolean goOn = isWorthRetrying(end);
        Duration least = end.retryAfter() == null ? Duration.ZERO : end.retryAfter();
        boolean throttled = (end.kind() == Kind.UPGRADE_REFUSED && end.code() == TOO_MANY_REQUESTS)
                || (end.kind() == Kind.CLOSED && end.code() == POLICY_VIOLATION);
        if (throttled && least.compareTo(policy.throttled()) < 0) {
            least = policy.throttled();
        }
        return new Verdict(goOn, least, error);
    }

    private boolean isWorthRetrying(ConnectionEnd end) {
        return switch (end.kind()) {
            case UNUSABLE, CERTIFICATE -> false;
            case PROXY -> end.code() == 0 || isStatusWorthRetrying(end.code());
            case UPGRADE_REFUSED -> isStatusWorthRetrying(end.code());
            case CLOSED -> end.code() != TOO_BIG || ++tooBig <= 1;
            default -> true;
        };
    }

    private boolean isStatusWorthRetrying(int status) {
        if (status >= 300 && status < 400) {
            return false;
        }
        if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
            return everConnected && ++refusals < PATIENCE;
        }
        refusals = 0;
        return true;
    }

    private static ClientException error(ConnectionEnd end, boolean wasOpen) {
        return switch (end.kind()) {
            case PROXY ->
                end.code() == ConnectionEnd.PROXY_AUTHENTICATION
                        ? new AuthenticationException(end.detail(), end.cause())
                        : new ConnectFailedException(end.detail(), end.cause());
            case UNUSABLE, RESOLVE, CONNECT, TLS -> new ConnectFailedException(end.detail(), end.cause());
            case CERTIFICATE -> new UntrustedServerException(end.detail(), end.cause());
            case UPGRADE_REFUSED -> refused(end);
            case UPGRADE_INVALID, PROTOCOL, MALFORMED -> new ProtocolException(end.detail(), end.cause());
            case DEADLINE -> new DeadlineException(end.detail(), end.cause());
            case CLOSED, LOST, DEAD_PEER, LOCAL ->
                wasOpen
                        ? new ConnectionLostException(end.detail(), Outcome.UNKNOWN, end.cause())
                        : new ConnectFailedException(end.detail(), end.cause());
        };
    }

    private static ClientException refused(ConnectionEnd end) {
        return switch (end.code()) {
            case 401, 403 -> new AuthenticationException(end.detail());
            case TOO_MANY_REQUESTS -> new TooManyRequestsException(end.detail(), end.retryAfter());
            default -> new ConnectFailedException(end.detail());
        };
    }
}
