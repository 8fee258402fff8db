package hk.qos.error;

import org.jspecify.annotations.Nullable;

/** The answer is broken JSON, or JSON that lacks what the documents promise; the message names the place. */
public class MalformedJsonException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /**
     * @param fault what is wrong, and where
     * @param cause what the decoder threw; null for none, or if it quotes what must not be shown
     */
    public MalformedJsonException(String operation, String fault, @Nullable Throwable cause) {
        super(operation + " was answered with unusable JSON: " + fault, cause);
    }
}
