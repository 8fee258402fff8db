package hk.qos.error;

import org.jspecify.annotations.Nullable;

/**
 * The server does not accept the key, or not for this: it is missing, wrong or expired, or does not permit what was asked.
 * It says so by HTTP 401 or 403, or in words, in answer to an HTTP request, to the upgrade or to a frame. Also: a proxy does
 * not accept its credentials.
 */
public class AuthenticationException extends ClientException {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "; check that the key is right, has not expired, and permits this";

    private final @Nullable String serverMessage;

    /** Without a cause. */
    public AuthenticationException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public AuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.serverMessage = null;
    }

    private AuthenticationException(String what, String said, @Nullable String serverMessage) {
        super(what + ": " + said + ADVICE, null);
        this.serverMessage = serverMessage;
    }

    /**
     * The server refused; the message adds what to do.
     *
     * @param what was refused and how, such as {@code the upgrade: HTTP 401}
     * @param serverMessage the server's own words; null if it had none
     */
    public static AuthenticationException refused(String what, @Nullable String serverMessage) {
        return new AuthenticationException(
                what, serverMessage == null ? "the key is not accepted" : serverMessage, serverMessage);
    }

    /** The server's own words, verbatim; null if it had none, or did not refuse anything. */
    @Override
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
