package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The thread that waited for an answer, or for the end of a stream, was interrupted. A request is cancelled, but the server
 * may have seen it. The thread's interrupt flag is set again.
 */
public class CallInterruptedException extends ClientException {
    private static final long serialVersionUID = 1L;

    /** @param cause {@code null} if the thread was interrupted before the call */
    public CallInterruptedException(String operation, @Nullable Throwable cause) {
        super(Checks.required("operation", operation) + " was interrupted", cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
