package hk.qos.stream.internal.reconnect;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Schedules the next attempt to connect, with the random exponential back-off of {@link Backoff}. On the loop. */
public final class ReconnectScheduler {
    /** The random part has reached its maximum long before; a larger shift could overflow. */
    private static final int MAX_DOUBLINGS = 40;

    private final Loop loop;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Consumer<? super StreamEvent> events;
    private final DisconnectPolicy policy;
    private int failures;
    private Loop.@Nullable Timer timer;
    private long nextAttemptAt;
    private long readySince;
    private Runnable attempt = () -> {};

    /** @param events receives {@link StreamEvent.BackingOff} */
    public ReconnectScheduler(
            Loop loop, RandomGenerator random, Backoff backoff, Consumer<? super StreamEvent> events) {
        this.loop = loop;
        this.random = random;
        this.backoff = backoff;
        this.events = events;
        this.policy = new DisconnectPolicy(backoff);
    }

    /** When the next attempt starts, or the last one started, in the loop's nanoseconds. */
    public long nextAttemptAt() {
        return nextAttemptAt;
    }

    /** How long until the next attempt; zero if none is scheduled. */
    public Duration untilNextAttempt() {
        return Duration.ofNanos(Math.max(0, nextAttemptAt - loop.nanoTime()));
    }

    /** Failures in a row. */
    public int failures() {
        return failures;
    }

    /** The stream became {@code READY}. */
    public void ready() {
        readySince = loop.nanoTime();
        policy.ready();
    }

    /** How long the stream has been turned away since it was last ready; {@code null} if it is not turned away. */
    public @Nullable Duration turnedAwayFor() {
        return policy.turnedAwayFor(loop.nanoTime());
    }

    /**
     * Decides how to react to the end of a connection or attempt.
     *
     * @param wasUp whether the upgrade had succeeded
     * @param wasReady whether the stream was ready until this end
     */
    public DisconnectPolicy.Decision decide(ConnectionEnd end, boolean wasUp, boolean wasReady) {
        long now = loop.nanoTime();
        if (wasReady && now - readySince >= backoff.resetAfter().toNanos()) {
            failures = 0;
        }
        return policy.decide(end, wasUp, now);
    }

    /** Runs {@code attempt} after the back-off, which lasts at least {@code decision.leastWait()}. */
    public void scheduleNext(DisconnectPolicy.Decision decision, Runnable attempt) {
        Duration wait = nextDelay(decision.leastWait());
        nextAttemptAt = loop.nanoTime() + wait.toNanos();
        this.attempt = attempt;
        timer = loop.schedule(wait.toNanos(), this::attemptNow);
        events.accept(new StreamEvent.BackingOff(
                failures, wait, decision.turnedAway() ? decision.error() : null, Instant.ofEpochMilli(loop.millis())));
    }

    /** {@code base + U(0, min(maxJitter, firstJitter · 2ⁿ))}, n being the failures before this one. */
    private Duration nextDelay(Duration least) {
        long first = backoff.firstJitter().toNanos();
        long most = backoff.maxJitter().toNanos();
        long spread = failures >= MAX_DOUBLINGS || first > (most >> failures) ? most : first << failures;
        failures++;
        Duration wait = backoff.base().plusNanos(random.nextLong(spread + 1));
        return wait.compareTo(least) < 0 ? least : wait;
    }

    /** Runs a scheduled attempt now; does nothing if none is scheduled. */
    public void attemptNow() {
        if (timer != null) {
            stop();
            attempt.run();
        }
    }

    /** Cancels a scheduled attempt. */
    public void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
