package hk.qos.client.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The timeout of one call, which all its requests share.
 *
 * @param time the clock
 * @param timeout the timeout; null for none
 * @param start the clock's nanoseconds when the call started
 */
public record CallBound(TimeSource time, @Nullable Duration timeout, long start) {

    /** The bound of a call that starts now. */
    static CallBound from(TimeSource time, @Nullable Duration timeout) {
        return new CallBound(time, timeout, time.nanoTime());
    }

    /** The rest of a timeout, zero if it has passed. */
    Duration left(Duration timeout) {
        long nanos = timeout.toNanos() - (time.nanoTime() - start);
        return Duration.ofNanos(Math.max(0, nanos));
    }
}
