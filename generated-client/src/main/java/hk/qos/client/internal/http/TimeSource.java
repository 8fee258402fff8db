package hk.qos.client.internal.http;

import java.time.Duration;
import java.time.Instant;

/** A clock and a timer. Tests replace it by virtual time. */
public interface TimeSource {

    /** Nanoseconds from an arbitrary origin, never decreasing. */
    long nanoTime();

    /** The current date and time. */
    Instant now();

    /** Runs a short, non-blocking task after a delay. */
    Cancellation schedule(Duration delay, Runnable task);

    /** Cancels a scheduled task. */
    @FunctionalInterface
    interface Cancellation {

        /** Does nothing if the task has run. */
        void cancel();
    }
}
