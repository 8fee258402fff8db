package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** The connection ended while a command was under way. */
public class ConnectionLostException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Whether the server can have seen the command. */
    public enum Outcome {
        /** Nothing of it left this machine. */
        NOT_SENT,
        /** It was written; whether the server acted on it is not known. */
        UNKNOWN
    }

    private final Outcome outcome;

    /** @param cause what led to it; null for none */
    public ConnectionLostException(String message, Outcome outcome, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** Whether what was asked for can have reached the server. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
