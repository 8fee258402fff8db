package hk.qos.client.error;

import hk.qos.ws.error.ConnectFailedException;
import org.jspecify.annotations.Nullable;

/** The server's certificate is not trusted or is for another host; nothing was sent. Trying again does not help. */
public class UntrustedServerException extends ConnectFailedException {
    private static final long serialVersionUID = 1L;

    public UntrustedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
