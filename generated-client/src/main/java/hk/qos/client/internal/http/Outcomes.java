package hk.qos.client.internal.http;

import hk.qos.client.HttpOutcome;
import hk.qos.error.AuthenticationException;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.LimitException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.error.UnexpectedStatusException;
import hk.qos.error.UntrustedServerException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Maps the failure of a call or attempt to its outcome. */
final class Outcomes {
    /** Subclasses precede their superclasses. */
    private static final Map<Class<?>, HttpOutcome> OUTCOMES = new LinkedHashMap<>();

    static {
        OUTCOMES.put(RefusedException.class, HttpOutcome.REFUSED);
        OUTCOMES.put(AuthenticationException.class, HttpOutcome.AUTHENTICATION);
        OUTCOMES.put(TooManyRequestsException.class, HttpOutcome.TOO_MANY_REQUESTS);
        OUTCOMES.put(LimitException.class, HttpOutcome.LIMIT);
        OUTCOMES.put(RequestTimeoutException.class, HttpOutcome.TIMEOUT);
        OUTCOMES.put(UntrustedServerException.class, HttpOutcome.UNTRUSTED);
        OUTCOMES.put(ConnectFailedException.class, HttpOutcome.CONNECT_FAILED);
        OUTCOMES.put(ConnectionLostException.class, HttpOutcome.CONNECTION_LOST);
        OUTCOMES.put(ServerErrorException.class, HttpOutcome.SERVER_ERROR);
        OUTCOMES.put(UnexpectedStatusException.class, HttpOutcome.UNEXPECTED_STATUS);
        OUTCOMES.put(ProtocolException.class, HttpOutcome.PROTOCOL);
        OUTCOMES.put(CallInterruptedException.class, HttpOutcome.INTERRUPTED);
        OUTCOMES.put(ClosedException.class, HttpOutcome.CLOSED);
        OUTCOMES.put(CancellationException.class, HttpOutcome.CANCELLED);
    }

    private Outcomes() {}

    /** @param failure null if there was none */
    static HttpOutcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return HttpOutcome.OK;
        }
        return OUTCOMES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(HttpOutcome.FAILED);
    }
}
