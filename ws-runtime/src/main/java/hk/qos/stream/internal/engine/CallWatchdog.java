package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the calls of user code that are under way, and reports those that do not return: after the time that is set, and
 * again each time that time has doubled. Needs a timer only while user code runs. Any thread.
 */
final class CallWatchdog {
    private static final long IDLE = Long.MIN_VALUE;

    /** Receives reports, on any thread. */
    interface Listener {
        /** A call has not returned yet. */
        void stuck(Stuck call, StackTraceElement[] stack);

        /** A call that was reported by {@link #stuck} has returned. */
        void returned(Stuck call);
    }

    /** A call that takes, or took, too long. */
    record Stuck(String subject, String thread, Duration took) {}

    private final LongSupplier clock;
    private final Alarm alarm;
    private final long after;
    private final Listener listener;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private Loop.@Nullable Timer timer;
    private boolean stopped;

    /** @param clock nanoseconds, on any thread */
    CallWatchdog(LongSupplier clock, Alarm alarm, Duration after, Listener listener) {
        this.clock = clock;
        this.alarm = alarm;
        this.after = after.toNanos();
        this.listener = listener;
    }

    /** Tracks the calls of one consumer, which do not overlap. */
    Caller caller(Supplier<String> subject) {
        return new Caller(subject);
    }

    /** Whether {@code thread} is in a call. */
    synchronized boolean isCaller(Thread thread) {
        for (Caller caller : callers) {
            if (caller.thread == thread && caller.since != IDLE) {
                return true;
            }
        }
        return false;
    }

    /** The calls that have already taken too long, the longest first. */
    List<Stuck> stuck() {
        long now = clock.getAsLong();
        List<Stuck> found = new ArrayList<>();
        for (Caller caller : callers) {
            Stuck call = caller.stuck(now);
            if (call != null && call.took().toNanos() >= after) {
                found.add(call);
            }
        }
        found.sort(Comparator.comparing(Stuck::took).reversed());
        return found;
    }

    /** Stops reporting. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void track(Caller caller) {
        callers.add(caller);
        arm(after);
    }

    private synchronized void arm(long nanos) {
        if (timer == null && !stopped) {
            timer = alarm.schedule(nanos, this::check);
        }
    }

    private void check() {
        synchronized (this) {
            timer = null;
            if (stopped) {
                return;
            }
        }
        long next = after;
        for (Caller caller : callers) {
            long left = caller.check();
            next = Math.min(next, left);
        }
        synchronized (this) {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
            if (!callers.isEmpty()) {
                arm(Math.max(1, next));
            }
        }
    }

    /** Marks where the calls of one consumer begin and end. */
    final class Caller {
        private final Supplier<String> subject;
        private volatile boolean tracked;
        private volatile long since = IDLE;
        private volatile long reported = IDLE;
        private volatile @Nullable Thread thread;
        /** How long the call may take until it is reported; used by the checking thread only. */
        private long limit;

        private Caller(Supplier<String> subject) {
            this.subject = subject;
        }

        void begins() {
            thread = Thread.currentThread();
            since = clock.getAsLong();
            if (!tracked) {
                tracked = true;
                track(this);
            }
        }

        void ends() {
            long began = since;
            since = IDLE;
            if (reported == began) {
                Thread current = Thread.currentThread();
                listener.returned(
                        new Stuck(subject.get(), current.getName(), Duration.ofNanos(clock.getAsLong() - began)));
            }
        }

        private @Nullable Stuck stuck(long now) {
            long began = since;
            Thread caller = thread;
            return began == IDLE || caller == null
                    ? null
                    : new Stuck(subject.get(), caller.getName(), Duration.ofNanos(now - began));
        }

        /** Reports the call that is under way if it is due; returns how long until it is. */
        private long check() {
            long began = since;
            if (began == IDLE) {
                synchronized (CallWatchdog.this) {
                    callers.remove(this);
                    tracked = false;
                    // A call that has begun meanwhile either sees that it is not tracked, or is seen here.
                    if (since != IDLE) {
                        tracked = true;
                        callers.add(this);
                    }
                }
                return after;
            }
            limit = reported == began ? limit : after;
            long took = clock.getAsLong() - began;
            Thread caller = thread;
            if (took >= limit && caller != null) {
                StackTraceElement[] stack = caller.getStackTrace();
                if (since == began) {
                    limit = Math.max(limit, took) * 2;
                    reported = began;
                    listener.stuck(new Stuck(subject.get(), caller.getName(), Duration.ofNanos(took)), stack);
                }
            }
            return Math.max(0, limit - took);
        }
    }
}
