package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made: name resolution, TCP, proxy or TLS failed. */
public class ConnectFailedException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ConnectFailedException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
