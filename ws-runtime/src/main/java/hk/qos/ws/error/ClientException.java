package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that is not the caller's mistake ({@link IllegalArgumentException}). Catch a subclass to
 * treat one kind, or this one and ask {@link #isRetryable()}.
 */
public abstract class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed later without any change on the caller's side. */
    public abstract boolean isRetryable();
}
