package hk.qos.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No connection could be made: name resolution, TCP, proxy, TLS or the upgrade failed. */
public class ConnectFailedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final boolean retryable;

    /** Without a cause. */
    public ConnectFailedException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
        this.retryable = true;
    }

    /**
     * The server or a proxy answered, or closed the connection before the upgrade, or no attempt is possible.
     *
     * @param cause the cause; {@code null} for none
     * @param serverMessage the server's message; {@code null} if there is none
     * @param httpStatus the status of the answer; 0 if there is none
     * @param retryAfter how long the server asks to wait; {@code null} if it does not say
     * @param retryable whether the same attempt may succeed later
     */
    public ConnectFailedException(
            String message,
            @Nullable Throwable cause,
            @Nullable String serverMessage,
            int httpStatus,
            @Nullable Duration retryAfter,
            boolean retryable) {
        super(message, cause, serverMessage, httpStatus);
        this.retryAfter = retryAfter;
        this.retryable = retryable;
    }

    /**
     * False if the server turned the upgrade away, by a redirect or a status such as 200 or 404, speaks another protocol, or the
     * settings allow no attempt.
     */
    @Override
    public boolean isRetryable() {
        return retryable;
    }

    /** How long the server asks to wait, when it refuses the upgrade; {@code null} if it does not say. */
    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
