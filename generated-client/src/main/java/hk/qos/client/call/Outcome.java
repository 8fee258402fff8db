package hk.qos.client.call;

import hk.qos.client.error.CallInterruptedException;
import hk.qos.client.error.ServerErrorException;
import hk.qos.client.error.UnexpectedStatusException;
import hk.qos.ws.error.AuthenticationException;
import hk.qos.ws.error.ClosedException;
import hk.qos.ws.error.ConnectFailedException;
import hk.qos.ws.error.ConnectionLostException;
import hk.qos.ws.error.DeadlineException;
import hk.qos.ws.error.LimitException;
import hk.qos.ws.error.ProtocolException;
import hk.qos.ws.error.RefusedException;
import hk.qos.ws.error.TooManyRequestsException;
import hk.qos.ws.error.UntrustedServerException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How a call or an attempt ended, in one word of {@link HttpMetrics}. */
final class Outcome {
    static final String OK = "ok";

    /** A class comes before the classes that it extends. */
    private static final Map<Class<?>, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(RefusedException.class, "refused");
        WORDS.put(AuthenticationException.class, "authentication");
        WORDS.put(TooManyRequestsException.class, "too-many-requests");
        WORDS.put(LimitException.class, "limit");
        WORDS.put(DeadlineException.class, "deadline");
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
