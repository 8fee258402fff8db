package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made: name resolution, TCP, proxy, TLS or the upgrade failed. */
public class ConnectFailedException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public ConnectFailedException(String message) {
        this(message, null);
    }

    /** @param cause the cause; {@code null} for none */
    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * The server answered the upgrade with another status than 101, or closed the connection before the upgrade.
     *
     * @param cause the cause; {@code null} for none
     * @param serverMessage the server's message; {@code null} if there is none
     * @param httpStatus the status of the answer; 0 if there is none
     */
    public ConnectFailedException(
            String message, @Nullable Throwable cause, @Nullable String serverMessage, int httpStatus) {
        super(message, cause, serverMessage, httpStatus);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
