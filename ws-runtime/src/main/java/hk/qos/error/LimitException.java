package hk.qos.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the plan or of this client refused a call locally, before anything was sent; or, as an
 * {@link AnswerTooLargeException}, its answer.
 */
public class LimitException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final @Nullable Duration retryAfter;

    /** @param setting the setting that holds the limit, as the caller would write it */
    public LimitException(String message, String setting) {
        this(message, setting, null);
    }

    /**
     * @param setting the setting that holds the limit, as the caller would write it
     * @param retryAfter how long it takes until the same call is allowed; null if time alone does not help
     */
    public LimitException(String message, String setting, @Nullable Duration retryAfter) {
        super(message + " (setting: " + setting + ")", null);
        this.setting = setting;
        this.retryAfter = retryAfter;
    }

    /** The setting that holds the limit. */
    public String setting() {
        return setting;
    }

    /** How long it takes, from when this was thrown, until the same call is allowed; null if time alone does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
