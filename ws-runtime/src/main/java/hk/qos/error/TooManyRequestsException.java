package hk.qos.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The client sends requests or connects too fast: HTTP 429. */
public class TooManyRequestsException extends ClientException {
    private static final long serialVersionUID = 1L;
    private static final int STATUS = 429;

    private final @Nullable Duration retryAfter;

    /**
     * The server answered with HTTP 429.
     *
     * @param serverMessage the server's message; {@code null} if there is none
     * @param retryAfter how long the server asks to wait; {@code null} if it does not say
     */
    public TooManyRequestsException(String message, @Nullable String serverMessage, @Nullable Duration retryAfter) {
        super(message, null, serverMessage, STATUS);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait; {@code null} if it does not say. */
    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
