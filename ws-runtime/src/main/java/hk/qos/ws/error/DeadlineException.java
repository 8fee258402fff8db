package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/** An answer did not come in time. */
public class DeadlineException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public DeadlineException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public DeadlineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
