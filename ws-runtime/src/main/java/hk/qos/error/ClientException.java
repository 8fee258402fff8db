package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures other than invalid arguments, which are an {@link IllegalArgumentException}. Catch a subclass to
 * handle one kind, or this class and call {@link #isRetryable()}.
 */
public abstract class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String serverMessage;
    private final int httpStatus;

    /** A failure without an answer of the server. */
    protected ClientException(String message, @Nullable Throwable cause) {
        this(message, cause, null, 0);
    }

    /**
     * A failure that may have an answer of the server.
     *
     * @param serverMessage the server's message; {@code null} if there is none
     * @param httpStatus the status of its HTTP answer; 0 if there is none
     */
    protected ClientException(
            String message, @Nullable Throwable cause, @Nullable String serverMessage, int httpStatus) {
        super(Checks.required("message", message), cause);
        this.serverMessage = serverMessage;
        this.httpStatus = httpStatus;
    }

    /** Whether the same call may succeed later without any change by the caller. */
    public abstract boolean isRetryable();

    /** The server's message, verbatim except for secrets; {@code null} if the server sent none. */
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** The time, from when this was thrown, until a repetition can succeed; {@code null} if it is unknown. */
    public @Nullable Duration retryAfter() {
        return null;
    }

    /** The status of the HTTP answer that caused this failure, an answer to an upgrade included; empty if there was none. */
    public final OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }
}
