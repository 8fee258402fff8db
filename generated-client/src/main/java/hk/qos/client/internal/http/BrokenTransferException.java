package hk.qos.client.internal.http;

import java.io.IOException;

/** The network failed while a body was read: this is not what a decoder found in it. */
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
