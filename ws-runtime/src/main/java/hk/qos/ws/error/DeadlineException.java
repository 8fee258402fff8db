package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/** An answer did not come in time. */
public class DeadlineException extends ClientException {
    private static final long serialVersionUID = 1L;

    public DeadlineException(String message) {
        this(message, null);
    }

    public DeadlineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
