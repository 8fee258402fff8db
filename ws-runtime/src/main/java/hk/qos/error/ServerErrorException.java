package hk.qos.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server, or a gateway before it, failed: HTTP 5xx. */
public class ServerErrorException extends UnexpectedStatusException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final boolean retryable;

    /**
     * The server answered with a 5xx status.
     *
     * @param serverMessage the server's message; {@code null} if there is none
     * @param retryAfter how long the server asks to wait; {@code null} if it does not say
     */
    public ServerErrorException(
            String operation, int httpStatus, @Nullable String serverMessage, @Nullable Duration retryAfter) {
        super(
                operation,
                httpStatus,
                serverMessage == null ? "the server or its gateway failed" : serverMessage,
                serverMessage);
        this.retryAfter = retryAfter;
        this.retryable = httpStatus >= 502 && httpStatus <= 504;
    }

    /** How long the server asks to wait; {@code null} if it does not say. */
    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the status is 502, 503 or 504, with which a gateway reports that the server was unavailable. */
    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
