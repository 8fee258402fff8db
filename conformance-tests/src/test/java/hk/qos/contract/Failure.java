package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.RefusedException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import org.jspecify.annotations.Nullable;

/**
 * The exception that the client's caller gets for a refusal.
 *
 * @param kind the class, no subclass of it
 * @param retryable whether a retry may succeed
 */
record Failure(Class<? extends ClientException> kind, boolean retryable) {
    static final Failure WRONG_KEY = new Failure(AuthenticationException.class, false);
    static final Failure TOO_MANY_REQUESTS = new Failure(TooManyRequestsException.class, true);
    static final Failure SERVER_ERROR = new Failure(ServerErrorException.class, false);
    static final Failure GATEWAY_ERROR = new Failure(ServerErrorException.class, true);
    static final Failure REFUSED_BY_HTTP = new Failure(RefusedException.class, false);
    static final Failure REFUSED_BY_STREAM = new Failure(RefusedException.class, false);

    /** The failure for an error text; an authentication failure if the text is about the API key. */
    static Failure ofErrorText(String errorText, Failure otherwise) {
        return errorText.equals("Key expired.") ? WRONG_KEY : otherwise;
    }

    /** The failure for an HTTP status. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> WRONG_KEY;
            case 429 -> TOO_MANY_REQUESTS;
            case 502, 503, 504 -> GATEWAY_ERROR;
            default -> status >= 500 ? SERVER_ERROR : REFUSED_BY_HTTP;
        };
    }

    /** Fails unless the exception has this class and this message. */
    void check(@Nullable Throwable thrown, String errorText) {
        assertThat(thrown).isExactlyInstanceOf(kind).hasMessageContaining(errorText);
        if (thrown instanceof ClientException failure) {
            assertThat(failure.isRetryable()).as("isRetryable() of %s", failure).isEqualTo(retryable);
        }
        if (thrown instanceof RefusedException refused) {
            assertThat(refused.serverMessage()).isEqualTo(errorText);
        }
    }
}
