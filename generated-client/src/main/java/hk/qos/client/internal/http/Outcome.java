package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
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

/** The outcome of a call or attempt, as one of the words of {@link HttpMetrics}. */
final class Outcome {
    static final String OK = "ok";

    /** Subclasses precede their superclasses. */
    private static final Map<Class<?>, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(RefusedException.class, "refused");
        WORDS.put(AuthenticationException.class, "authentication");
        WORDS.put(TooManyRequestsException.class, "too-many-requests");
        WORDS.put(LimitException.class, "limit");
        WORDS.put(RequestTimeoutException.class, "timeout");
        WORDS.put(UntrustedServerException.class, "untrusted");
        WORDS.put(ConnectFailedException.class, "connect-failed");
        WORDS.put(ConnectionLostException.class, "lost");
        WORDS.put(ServerErrorException.class, "server-error");
        WORDS.put(UnexpectedStatusException.class, "unexpected-status");
        WORDS.put(ProtocolException.class, "protocol");
        WORDS.put(CallInterruptedException.class, "interrupted");
        WORDS.put(ClosedException.class, "closed");
        WORDS.put(CancellationException.class, "cancelled");
    }

    private Outcome() {}

    /** @param failure null if there was none */
    static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return OK;
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("failed");
    }
}
