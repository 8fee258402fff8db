package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/** The server does not accept the key, or this address: HTTP 401 or 403; or a proxy not its credentials. */
public class AuthenticationException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public AuthenticationException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public AuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
