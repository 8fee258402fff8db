package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that was split into several requests, since it names more keys than one request may, succeeded only in part. The
 * cause is the first failure; those of further requests are suppressed exceptions of this one. To complete the call, repeat
 * it with {@link #failedKeys()} and {@link #unsentKeys()}.
 */
public class PartialAnswerException extends ClientException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;

    private final List<String> failedKeys;
    private final List<String> unsentKeys;
    private final transient List<?> received;

    /**
     * @param operation the operation, for the message
     * @param cause the first failure
     * @param failedKeys the keys of the requests that failed
     * @param unsentKeys the keys of the requests that were not sent after a failure
     * @param received the elements of the other answers
     */
    public PartialAnswerException(
            String operation,
            ClientException cause,
            List<String> failedKeys,
            List<String> unsentKeys,
            List<?> received) {
        super(
                message(operation, cause, failedKeys, unsentKeys, received),
                cause,
                cause.serverMessage(),
                cause.httpStatus().orElse(0));
        this.failedKeys = List.copyOf(failedKeys);
        this.unsentKeys = List.copyOf(unsentKeys);
        this.received = List.copyOf(received);
    }

    private static String message(
            String operation,
            ClientException cause,
            List<String> failedKeys,
            List<String> unsentKeys,
            List<?> received) {
        String about = Checks.items("failedKeys", failedKeys).stream()
                .limit(MOST_SHOWN)
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
        return Checks.required("operation", operation) + " failed for " + about
                + (failedKeys.size() > MOST_SHOWN ? " and " + (failedKeys.size() - MOST_SHOWN) + " others" : "")
                + ", and was not sent for "
                + Checks.items("unsentKeys", unsentKeys).size() + " further keys; "
                + Checks.items("received", received).size() + " elements were received: "
                + Checks.required("cause", cause).getMessage();
    }

    /** The keys of the requests that failed, in canonical spelling and in the order of the call. */
    public List<String> failedKeys() {
        return failedKeys;
    }

    /**
     * The keys of the requests that were not sent after a failure, in canonical spelling and in the order of the call. A
     * refused or unreadable answer does not keep the others from being sent; any other failure does.
     */
    public List<String> unsentKeys() {
        return unsentKeys;
    }

    /** The elements of the answers that were received, in the order of the call. Empty after deserialization. */
    public List<?> received() {
        return received == null ? List.of() : received;
    }

    /**
     * The elements of the answers that were received, in the order of the call.
     *
     * @throws IllegalArgumentException if {@code type} is null
     * @throws ClassCastException if an element is of another type
     */
    public <T> List<T> received(Class<T> type) {
        Checks.required("type", type);
        return received().stream().<T>map(type::cast).toList();
    }

    /** Whether the first failure is retryable. */
    @Override
    public boolean isRetryable() {
        return cause().isRetryable();
    }

    /** The time until a repetition can succeed, as the first failure has it; {@code null} if it is unknown. */
    @Override
    public @Nullable Duration retryAfter() {
        return cause().retryAfter();
    }

    private ClientException cause() {
        return (ClientException) Checks.required("cause", getCause());
    }
}
