package hk.qos.error;

/** One request names more keys than the plan allows. Nothing was sent. */
public class RequestLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the method that sets the limit, by class and name */
    public RequestLimitException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
