package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made: name resolution, TCP, proxy or TLS failed. */
public class ConnectFailedException extends ClientException {
    private static final long serialVersionUID = 1L;

    public ConnectFailedException(String message) {
        this(message, null);
    }

    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
