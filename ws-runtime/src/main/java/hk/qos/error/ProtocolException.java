package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** The peer violated the protocol: a fault of the server, a gateway or this SDK. */
public class ProtocolException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ProtocolException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public ProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
