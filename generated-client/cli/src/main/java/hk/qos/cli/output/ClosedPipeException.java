package hk.qos.cli.output;

import java.io.Serial;

/** The reader of the output has gone, such as {@code head} after its last line. */
public final class ClosedPipeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ClosedPipeException(Throwable cause) {
        super("the reader of the output has gone", cause);
    }
}
