package hk.qos.error;

import java.util.OptionalInt;
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

    /** What the server said, verbatim; null if this did not come from the server, or it said nothing. */
    public @Nullable String serverMessage() {
        return null;
    }

    /** The HTTP status of the answer that led to this; empty if there was none. */
    public OptionalInt httpStatus() {
        return OptionalInt.empty();
    }
}
