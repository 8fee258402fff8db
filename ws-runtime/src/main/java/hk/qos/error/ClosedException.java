package hk.qos.error;

import org.jspecify.annotations.Nullable;

/**
 * The client was closed by its owner, so it takes no more work; or it has failed for good, which is then the
 * {@linkplain #getCause() cause}.
 */
public class ClosedException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ClosedException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public ClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
