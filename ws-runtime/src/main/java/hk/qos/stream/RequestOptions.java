package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long a request may take, and whether it survives a lost connection. Immutable. */
public final class RequestOptions extends OptionValues {
    private static final RequestOptions DEFAULTS = new RequestOptions(usual());

    private RequestOptions(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("timeout", Duration.ofSeconds(30));
        values.put("retryOnReconnect", true);
        return values;
    }

    /** 30 s; sent again after a reconnect. */
    public static RequestOptions defaults() {
        return DEFAULTS;
    }

    /** The time from the call to the answer, including the wait for its turn. */
    public Duration timeout() {
        return duration("timeout");
    }

    /** Whether the request is sent again on the next connection. */
    public boolean retryOnReconnect() {
        return get("retryOnReconnect", Boolean.class);
    }

    /**
     * Replaces the time from the call to the answer, including the wait for its turn; by default 30 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public RequestOptions withTimeout(Duration timeout) {
        return new RequestOptions(with("timeout", Checks.positive("timeout", timeout)));
    }

    /**
     * Sets whether the request is sent again on the next connection within its timeout; by default {@code true}. With
     * {@code false} it fails when the connection is lost, and at once during back-off, with a
     * {@link hk.qos.error.ConnectionLostException} that says whether it was sent.
     */
    public RequestOptions withRetryOnReconnect(boolean retryOnReconnect) {
        return new RequestOptions(with("retryOnReconnect", retryOnReconnect));
    }
}
