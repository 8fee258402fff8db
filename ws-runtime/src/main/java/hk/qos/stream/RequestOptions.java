package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;

/**
 * How long a request may take, and what becomes of it when the connection drops. Immutable.
 *
 * @param deadline from the call to the answer, waiting for its turn included; more than zero
 * @param retryOnReconnect whether it is sent again on the next connection while its deadline lasts
 */
public record RequestOptions(Duration deadline, boolean retryOnReconnect) {
    /** @throws IllegalArgumentException if the deadline is null or not more than zero */
    public RequestOptions {
        Checks.positive("deadline", deadline);
    }

    /** 30 s, sent again after a reconnect. */
    public static RequestOptions defaults() {
        return new RequestOptions(Duration.ofSeconds(30), true);
    }

    /** The same with another time from the call to the answer; by default 30 s. */
    public RequestOptions withDeadline(Duration deadline) {
        return new RequestOptions(deadline, retryOnReconnect);
    }

    /**
     * The same, sent again on the next connection, as by default, or not: then it fails when the connection drops, and at
     * once while the next attempt is waited for, by a {@link hk.qos.error.ConnectionLostException} that tells whether
     * it was sent.
     */
    public RequestOptions withRetryOnReconnect(boolean retryOnReconnect) {
        return new RequestOptions(deadline, retryOnReconnect);
    }
}
