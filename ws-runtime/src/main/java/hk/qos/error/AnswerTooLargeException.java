package hk.qos.error;

/**
 * The answer to a request is larger than this client takes. It was asked for once; asking again would end the same way, so
 * ask for less, or raise the {@linkplain #setting() setting}.
 */
public final class AnswerTooLargeException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the setting that holds the limit, as the caller would write it */
    public AnswerTooLargeException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
