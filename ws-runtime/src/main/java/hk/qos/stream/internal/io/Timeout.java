package hk.qos.stream.internal.io;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A timeout that a peer can miss. If the timer fires late, the process was suspended or its loop blocked. Data may then wait
 * in the socket, so the timeout is extended by a moment to read it.
 */
public final class Timeout implements Loop.Timer {
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);
    private static final long EXTENSION = TimeUnit.SECONDS.toNanos(1);

    private final Loop loop;
    private final Consumer<Duration> missed;
    private Loop.Timer timer;
    private long due;
    private long suspended;

    /** @param missed runs on the loop with the time for which the process was suspended, or zero */
    public Timeout(Loop loop, long nanos, Consumer<Duration> missed) {
        this.loop = loop;
        this.missed = missed;
        this.due = loop.nanoTime() + nanos;
        this.timer = loop.schedule(nanos, this::fire);
    }

    private void fire() {
        long late = loop.nanoTime() - due;
        if (late < LATE) {
            missed.accept(Duration.ofNanos(suspended));
            return;
        }
        suspended += late;
        due = loop.nanoTime() + EXTENSION;
        timer = loop.schedule(EXTENSION, this::fire);
    }

    @Override
    public void cancel() {
        timer.cancel();
    }

    /** A duration for messages, in milliseconds below 10 s, otherwise in seconds. */
    public static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }

    /** The end of a message about a missed timeout: how long the process was suspended, if it was. */
    public static String remark(Duration suspended) {
        return suspended.isZero()
                ? ""
                : "; this process stood still for " + suspended.toSeconds()
                        + " s of that, and nothing was there when it went on";
    }
}
