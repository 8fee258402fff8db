package hk.qos.client.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server, or a gateway before it, failed: HTTP 5xx. */
public class ServerErrorException extends UnexpectedStatusException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * @param words the error text, verbatim; null if the answer had none
     * @param retryAfter how long the server asks to wait; null if it did not say
     */
    public ServerErrorException(String operation, int status, @Nullable String words, @Nullable Duration retryAfter) {
        super(operation, status, words == null ? "the server or its gateway failed" : words);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait; null if it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Not for 501 and 505, which say that the server will never do this. */
    @Override
    public boolean isRetryable() {
        return status() != 501 && status() != 505;
    }
}
