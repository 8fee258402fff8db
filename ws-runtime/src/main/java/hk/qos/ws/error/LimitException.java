package hk.qos.ws.error;

/** A limit of the plan or of this client refused a call locally, before anything was sent. */
public class LimitException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /** @param setting the setting that holds the limit, as the caller would write it */
    public LimitException(String message, String setting) {
        super(message + " (setting: " + setting + ")", null);
        this.setting = setting;
    }

    /** The setting that holds the limit. */
    public String setting() {
        return setting;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
