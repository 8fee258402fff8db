package hk.qos.stream.internal.io;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A timer whose end is held against the peer. If it fires late, this process stood still: stopped, asleep, or its loop was
 * blocked. What has arrived meanwhile lies in the socket, so that there is a moment to read it before the verdict.
 */
public final class Deadline implements Loop.Timer {
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(1);

    private final Loop loop;
    private final Consumer<Duration> verdict;
    private Loop.Timer timer;
    private long due;
    private long stoodStill;

    /** @param verdict run on the loop, with how long this process stood still; zero if it did not */
    public Deadline(Loop loop, long nanos, Consumer<Duration> verdict) {
        this.loop = loop;
        this.verdict = verdict;
        this.due = loop.nanoTime() + nanos;
        this.timer = loop.schedule(nanos, this::fire);
    }

    private void fire() {
        long late = loop.nanoTime() - due;
        if (late < LATE) {
            verdict.accept(Duration.ofNanos(stoodStill));
            return;
        }
        stoodStill += late;
        due = loop.nanoTime() + MOMENT;
        timer = loop.schedule(MOMENT, this::fire);
    }

    @Override
    public void cancel() {
        timer.cancel();
    }

    /** A duration for messages, in milliseconds below 10 s, else in seconds. */
    public static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }

    /** The end of a sentence about a missed deadline: what this process had to do with it, if anything. */
    public static String remark(Duration stoodStill) {
        return stoodStill.isZero()
                ? ""
                : "; this process stood still for " + stoodStill.toSeconds()
                        + " s of that, and nothing was there when it went on";
    }
}
