package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/** The server answered with an HTTP status that the protocol does not use here, for example a redirect. */
public class UnexpectedStatusException extends ClientException {
    private static final long serialVersionUID = 1L;

    /**
     * An answer without a message of the server.
     *
     * @param explanation why the status is not expected, on one line
     */
    public UnexpectedStatusException(String operation, int httpStatus, String explanation) {
        this(operation, httpStatus, explanation, null);
    }

    UnexpectedStatusException(String operation, int httpStatus, String explanation, @Nullable String serverMessage) {
        super(
                Checks.required("operation", operation) + ": HTTP " + httpStatus + ": "
                        + Checks.required("explanation", explanation),
                null,
                serverMessage,
                httpStatus);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
