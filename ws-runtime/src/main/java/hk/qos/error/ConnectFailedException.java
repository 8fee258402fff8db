package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made: name resolution, TCP, proxy, TLS or the upgrade failed. */
public class ConnectFailedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** Without a cause. */
    public ConnectFailedException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = true;
    }

    /**
     * The server or a proxy answered, or closed the connection before the upgrade, or no attempt is possible.
     *
     * @param cause the cause; {@code null} for none
     * @param serverMessage the server's message; {@code null} if there is none
     * @param httpStatus the status of the answer; 0 if there is none
     * @param retryable whether the same attempt may succeed later
     */
    public ConnectFailedException(
            String message,
            @Nullable Throwable cause,
            @Nullable String serverMessage,
            int httpStatus,
            boolean retryable) {
        super(message, cause, serverMessage, httpStatus);
        this.retryable = retryable;
    }

    /** False if the server turned the upgrade away, by a redirect or a status such as 404, or the settings allow no attempt. */
    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
