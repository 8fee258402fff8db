package hk.qos.client.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answer is complete but unusable. {@link HttpCalls} converts it to the exception that callers see. */
final class UnreadableBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    enum Fault {
        NOT_JSON,
        MALFORMED,
        PACKED,
        TOO_LARGE
    }

    private final Fault fault;

    UnreadableBodyException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
