package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/** The answer is malformed JSON, or lacks a field that the documents require. The message names the position. */
public class MalformedJsonException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /**
     * @param fault the fault and its position
     * @param cause the decoder's exception; {@code null} if there is none, or it contains a secret
     */
    public MalformedJsonException(String operation, String fault, @Nullable Throwable cause) {
        super(
                Checks.required("operation", operation) + " was answered with unusable JSON: "
                        + Checks.required("fault", fault),
                cause);
    }
}
