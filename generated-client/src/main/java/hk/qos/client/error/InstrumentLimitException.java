package hk.qos.client.error;

import hk.qos.ws.error.LimitException;

/** One request names more instruments than the plan allows; nothing was sent. */
public class InstrumentLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what who names them: an operation or an argument
     * @param instruments how many distinct ones
     * @param allowed how many it may name at most
     * @param setting the setting that holds the limit, as the caller would write it
     */
    public InstrumentLimitException(String what, int instruments, int allowed, String setting) {
        super(what + " names " + instruments + " instruments, and the plan allows " + allowed, setting);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
