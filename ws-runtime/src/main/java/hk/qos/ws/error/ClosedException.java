package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/** The client was closed by its owner, so it takes no more work. */
public class ClosedException extends ClientException {
    private static final long serialVersionUID = 1L;

    public ClosedException(String message) {
        this(message, null);
    }

    public ClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
