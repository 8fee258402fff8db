package hk.qos.client.internal.http;

import java.time.Duration;
import java.time.Instant;

/** Time, and waiting without a thread. Injected, so that tests run in virtual time. */
public interface TimeSource {

    /** A clock that only moves forward, in nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** The date and time of day. */
    Instant now();

    /** Runs a short, non-blocking task after a delay. */
    Cancellation schedule(Duration delay, Runnable task);

    /** Undoes something that has not happened yet. */
    @FunctionalInterface
    interface Cancellation {

        /** Does nothing if it is too late. */
        void cancel();
    }
}
