package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The connection ended while a command was in progress. {@link #serverMessage} is the reason of the server's Close frame, if it
 * sent one.
 */
public class ConnectionLostException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Whether the server can have seen the command. */
    public enum Outcome {
        /** Nothing was sent. */
        NOT_SENT,
        /** The command was written; whether the server acted on it is not known. */
        UNKNOWN
    }

    private final Outcome outcome;

    /** @param cause the cause; {@code null} for none */
    public ConnectionLostException(String message, Outcome outcome, @Nullable Throwable cause) {
        this(message, outcome, cause, null);
    }

    /**
     * The server closed the connection.
     *
     * @param cause the cause; {@code null} for none
     * @param serverMessage the reason of its Close frame; {@code null} if there is none
     */
    public ConnectionLostException(
            String message, Outcome outcome, @Nullable Throwable cause, @Nullable String serverMessage) {
        super(message, cause, serverMessage, 0);
        this.outcome = Checks.required("outcome", outcome);
    }

    /** Whether the server can have seen the command. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
