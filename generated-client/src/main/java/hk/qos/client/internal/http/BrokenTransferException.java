package hk.qos.client.internal.http;

import java.io.IOException;

/** The network failed while a body was read, as opposed to a decoding error. */
final class BrokenTransferException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;

    BrokenTransferException(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}
