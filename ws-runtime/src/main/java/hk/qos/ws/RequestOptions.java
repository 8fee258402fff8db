package hk.qos.ws;

import java.time.Duration;

/**
 * How long a request may take, and what becomes of it when the connection drops. Immutable.
 *
 * @param deadline from the call to the answer, waiting for its turn included
 * @param retryOnReconnect whether it is sent again on the next connection while its deadline lasts
 */
public record RequestOptions(Duration deadline, boolean retryOnReconnect) {
    public RequestOptions {
        Checks.positive("deadline", deadline);
    }

    /** 30 s, sent again after a reconnect. */
    public static RequestOptions defaults() {
        return new RequestOptions(Duration.ofSeconds(30), true);
    }

    /** The same with another time from the call to the answer. */
    public RequestOptions withDeadline(Duration deadline) {
        return new RequestOptions(deadline, retryOnReconnect);
    }

    /** The same, sent again on the next connection or not. */
    public RequestOptions withRetryOnReconnect(boolean retryOnReconnect) {
        return new RequestOptions(deadline, retryOnReconnect);
    }
}
