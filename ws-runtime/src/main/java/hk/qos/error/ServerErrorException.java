package hk.qos.error;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server, or a gateway before it, failed: HTTP 5xx. */
public class ServerErrorException extends UnexpectedStatusException {
    private static final long serialVersionUID = 1L;

    private static final Set<Integer> RETRYABLE = Set.of(502, 503, 504);

    private final @Nullable String serverMessage;
    private final @Nullable Duration retryAfter;

    /**
     * @param serverMessage the error text, verbatim; null if the answer had none
     * @param retryAfter how long the server asks to wait; null if it did not say
     */
    public ServerErrorException(
            String operation, int status, @Nullable String serverMessage, @Nullable Duration retryAfter) {
        super(operation, status, serverMessage == null ? "the server or its gateway failed" : serverMessage);
        this.serverMessage = serverMessage;
        this.retryAfter = retryAfter;
    }

    /** The error text, verbatim; null if the answer had none. */
    @Override
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** How long the server asks to wait; null if it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Only for 502, 503 and 504, with which a gateway says that the server was not there or not ready. */
    @Override
    public boolean isRetryable() {
        return RETRYABLE.contains(httpStatus().getAsInt());
    }
}
