package hk.qos.error;

/**
 * The answer to a request is larger than the client's limit. The request is not repeated. Request less, or raise the
 * {@linkplain #setting() setting}.
 */
public final class AnswerTooLargeException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the method that sets the limit, by class and name */
    public AnswerTooLargeException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
