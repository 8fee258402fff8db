package hk.qos.client.internal.http;

import java.io.IOException;

/** A pooled connection turned out to be unusable before any byte of the answer was read. */
final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;
    private final boolean sent;

    /** @param sent whether the server can have received the request */
    StaleConnectionException(IOException failure, boolean sent) {
        super(failure);
        this.failure = failure;
        this.sent = sent;
    }

    boolean sent() {
        return sent;
    }

    IOException failure() {
        return failure;
    }
}
