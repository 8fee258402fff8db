package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** The peer said something that the protocol does not allow; a fault of the server, a gateway or this library. */
public class ProtocolException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ProtocolException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public ProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
