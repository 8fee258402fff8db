package hk.qos.error;

/** More distinct keys are subscribed than the plan allows. Nothing was sent. Unsubscribe some keys first. */
public class SubscriptionLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    /** @param setting the method that sets the limit, by class and name */
    public SubscriptionLimitException(String message, String setting) {
        super(message, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
