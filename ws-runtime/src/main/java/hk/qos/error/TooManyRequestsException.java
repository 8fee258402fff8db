package hk.qos.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server says that the client is too fast: HTTP 429. */
public class TooManyRequestsException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /** @param retryAfter how long the server asks to wait; null if it did not say */
    public TooManyRequestsException(String message, @Nullable Duration retryAfter) {
        super(message, null);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait; null if it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
