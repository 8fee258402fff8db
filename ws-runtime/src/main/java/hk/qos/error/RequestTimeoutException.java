package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** A connection or an answer was not there in time. */
public class RequestTimeoutException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public RequestTimeoutException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public RequestTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
