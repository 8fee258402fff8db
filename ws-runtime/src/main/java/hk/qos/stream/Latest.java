package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest push of a topic.
 *
 * @param data the push
 * @param receivedAt when it arrived, by this machine's clock
 * @param age the time since then, never negative
 */
public record Latest<T>(T data, Instant receivedAt, Duration age) {
    public Latest {
        Checks.required("data", data);
        Checks.required("receivedAt", receivedAt);
        Checks.required("age", age);
    }
}
