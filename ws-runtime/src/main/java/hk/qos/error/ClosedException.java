package hk.qos.error;

import org.jspecify.annotations.Nullable;

/**
 * The client or stream was closed, or has failed, and accepts no more work. A failure is the {@linkplain #getCause()
 * cause}.
 */
public class ClosedException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ClosedException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public ClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
