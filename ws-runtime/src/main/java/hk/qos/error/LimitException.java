package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
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

    /** @param setting the method that sets the limit, such as {@code StreamLimits.withRequestsQueued} */
    public LimitException(String message, String setting) {
        this(message, setting, null);
    }

    /**
     * @param setting the method that sets the limit, such as {@code StreamLimits.withRequestsQueued}
     * @param retryAfter the time until the same call is allowed; {@code null} if waiting does not help
     */
    public LimitException(String message, String setting, @Nullable Duration retryAfter) {
        super(Checks.required("message", message) + " (setting: " + Checks.required("setting", setting) + ")", null);
        this.setting = setting;
        this.retryAfter = retryAfter;
    }

    /** The method that sets the limit, by class and name, such as {@code PlanLimits.withStreamConnections}. */
    public String setting() {
        return setting;
    }

    /** The time, from when this was thrown, until the same call is allowed; {@code null} if waiting does not help. */
    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
