package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The credentials are missing, wrong or expired, or do not permit the operation. Thrown if
 *
 * <ul>
 *   <li>the server answers a request or the upgrade with HTTP 401 or 403, or refuses the credentials in its message;
 *   <li>a proxy does not accept its credentials (HTTP 407, or the counterpart of SOCKS 5);
 *   <li>the client has no credentials for an operation that needs them. Then nothing is sent.
 * </ul>
 */
public class AuthenticationException extends ClientException {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "; check that the API key is right, has not expired, and permits this";

    /** Not caused by an answer of the server. */
    public AuthenticationException(String message) {
        this(message, null);
    }

    /**
     * Not caused by an answer of the server.
     *
     * @param cause the cause; {@code null} for none
     */
    public AuthenticationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    private AuthenticationException(String message, @Nullable String serverMessage, int httpStatus) {
        super(message, null, serverMessage, httpStatus);
    }

    /**
     * The server refused the credentials; the exception's message adds advice.
     *
     * @param what the refused operation, such as {@code the upgrade: HTTP 401}
     * @param serverMessage the server's message; {@code null} if there is none
     * @param httpStatus the status of the HTTP answer; 0 if the refusal came by stream
     */
    public static AuthenticationException refused(String what, @Nullable String serverMessage, int httpStatus) {
        String said = serverMessage == null ? "the API key is not accepted" : serverMessage;
        return new AuthenticationException(
                Checks.required("what", what) + ": " + said + ADVICE, serverMessage, httpStatus);
    }

    /**
     * A proxy did not accept its credentials, or requires some.
     *
     * @param httpStatus the status of its answer; 0 if it does not speak HTTP
     */
    public static AuthenticationException ofProxy(String message, int httpStatus) {
        return new AuthenticationException(message, null, httpStatus);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
