package hk.qos.error;

import java.util.OptionalInt;

/** An HTTP status that the protocol does not use here, a redirect for example. Redirects are never followed. */
public class UnexpectedStatusException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param explanation why it is not expected, in one line */
    public UnexpectedStatusException(String operation, int status, String explanation) {
        super(operation + ": HTTP " + status + ": " + explanation, null);
        this.status = status;
    }

    /** The HTTP status. */
    @Override
    public OptionalInt httpStatus() {
        return OptionalInt.of(status);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
