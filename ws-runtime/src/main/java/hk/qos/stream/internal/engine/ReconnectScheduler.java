package hk.qos.stream.internal.engine;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether what has ended is tried again, and when. On the loop. */
final class ReconnectScheduler {
    private final Context context;
    private final Backoff policy;
    private final BackoffDelays delays;
    private final DisconnectPolicy verdicts;
    private Loop.@Nullable Timer timer;
    private long at;
    private long readySince;
    private Runnable attempt = () -> {};

    ReconnectScheduler(Context context) {
        this.context = context;
        this.policy = context.options.backoff();
        this.delays = new BackoffDelays(policy, context.environment.random());
        this.verdicts = new DisconnectPolicy(policy);
    }

    /** When the next attempt comes, or came, in the loop's nanoseconds. */
    long at() {
        return at;
    }

    /** How long until the next attempt. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - context.loop.nanoTime()));
    }

    /** Failures in a row. */
    int failures() {
        return delays.failures();
    }

    void ready() {
        readySince = context.loop.nanoTime();
        verdicts.ready();
    }

    /** How long the stream has been turned away since it was ready last; {@code null} if it was not. */
    @Nullable
    Duration turnedAwayFor() {
        return verdicts.turnedAwayFor(context.loop.nanoTime());
    }

    /** What an end means, {@code wasReady} up to it. */
    DisconnectPolicy.Decision judge(ConnectionEnd end, boolean wasUp, boolean wasReady) {
        if (wasReady
                && context.loop.nanoTime() - readySince >= policy.resetAfter().toNanos()) {
            delays.reset();
        }
        return verdicts.judge(end, wasUp, context.loop.nanoTime());
    }

    /** Makes the next attempt after a wait, which {@code verdict} may make longer, and tells how long it is. */
    void backOff(DisconnectPolicy.Decision verdict, Runnable attempt) {
        Duration wait = delays.next(verdict.least());
        at = context.loop.nanoTime() + wait.toNanos();
        this.attempt = attempt;
        timer = context.loop.schedule(wait.toNanos(), this::endWait);
        context.events.emit(new StreamEvent.BackingOff(
                delays.failures(), wait, verdict.turnedAway() ? verdict.error() : null, context.now()));
    }

    /** Makes the next attempt now, if one waits for its time. */
    void endWait() {
        if (timer != null) {
            stop();
            attempt.run();
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
