package hk.qos.error;

/** More distinct keys than the plan allows; nothing was sent. Retrying helps only after something was cancelled. */
public class SubscriptionLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the setting that holds the limit, as the caller would write it */
    public SubscriptionLimitException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
