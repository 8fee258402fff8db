package hk.qos.ws.error;

import org.jspecify.annotations.Nullable;

/**
 * The server does not accept the key, or not for this: it is missing, wrong or expired, or does not permit what was asked.
 * It says so by HTTP 401 or 403, or in words, in answer to an HTTP request, to the upgrade or to a frame. Also: a proxy does
 * not accept its credentials.
 */
public class AuthenticationException extends ClientException {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "; check that the key is right, has not expired, and permits this";

    private final @Nullable String words;

    /** Without a cause. */
    public AuthenticationException(String message) {
        this(message, null);
    }

    /** @param cause what led to it; null for none */
    public AuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.words = null;
    }

    private AuthenticationException(String what, String said, @Nullable String words) {
        super(what + ": " + said + ADVICE, null);
        this.words = words;
    }

    /**
     * The server refused; the message adds what to do.
     *
     * @param what was refused and how, such as {@code the upgrade: HTTP 401}
     * @param words the server's own; null if it had none
     */
    public static AuthenticationException refused(String what, @Nullable String words) {
        return new AuthenticationException(what, words == null ? "the key is not accepted" : words, words);
    }

    /** The server's own words, verbatim; null if it had none, or did not refuse anything. */
    public @Nullable String words() {
        return words;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
