package hk.qos.error;

/** One request names more keys than the plan allows. Nothing was sent. */
public class RequestLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the setting that holds the limit, as users write it */
    public RequestLimitException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
