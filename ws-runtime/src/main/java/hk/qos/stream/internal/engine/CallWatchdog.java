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
 * Knows which calls of user code are under way, and tells of those that do not return: after the time that is set, and
 * again whenever that time has doubled. Costs a timer while user code is called, and none while it is not. Any thread.
 */
final class CallWatchdog {
    private static final long IDLE = Long.MIN_VALUE;

    /** Who is told. On any thread. */
    interface Teller {
        /** A call has not returned yet. */
        void stuck(Stuck call, StackTraceElement[] stack);

        /** A call of which {@link #stuck} told has returned. */
        void returned(Stuck call);
    }

    /** A call that takes, or took, long. */
    record Stuck(String subject, String thread, Duration took) {}

    private final LongSupplier clock;
    private final Alarm alarm;
    private final long after;
    private final Teller teller;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private Loop.@Nullable Timer timer;
    private boolean stopped;

    /** @param clock nanoseconds, on any thread */
    CallWatchdog(LongSupplier clock, Alarm alarm, Duration after, Teller teller) {
        this.clock = clock;
        this.alarm = alarm;
        this.after = after.toNanos();
        this.teller = teller;
    }

    /** For one consumer, whose calls follow one another. */
    Caller caller(Supplier<String> subject) {
        return new Caller(subject);
    }

    /** Calls that have taken too long already, the longest first. */
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

    /** Tells nothing any more. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void list(Caller caller) {
        callers.add(caller);
        arm(after);
    }

    private synchronized void arm(long nanos) {
        if (timer == null && !stopped) {
            timer = alarm.schedule(nanos, this::look);
        }
    }

    private void look() {
        synchronized (this) {
            timer = null;
            if (stopped) {
                return;
            }
        }
        long next = after;
        for (Caller caller : callers) {
            long left = caller.look();
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

    /** Where calls begin and end. */
    final class Caller {
        private final Supplier<String> subject;
        private volatile boolean listed;
        private volatile long since = IDLE;
        private volatile long told = IDLE;
        private volatile @Nullable Thread thread;
        /** How long a call may take until it is told of; of the looking thread. */
        private long limit;

        private Caller(Supplier<String> subject) {
            this.subject = subject;
        }

        void begins() {
            thread = Thread.currentThread();
            since = clock.getAsLong();
            if (!listed) {
                listed = true;
                list(this);
            }
        }

        void ends() {
            long began = since;
            since = IDLE;
            if (told == began) {
                Thread current = Thread.currentThread();
                teller.returned(
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

        /** Tells of the call that is under way, if it is time; how long until it will be. */
        private long look() {
            long began = since;
            if (began == IDLE) {
                callers.remove(this);
                listed = false;
                // A call that has begun meanwhile has seen that it is not listed, or is seen here.
                if (since != IDLE) {
                    listed = true;
                    callers.add(this);
                }
                return after;
            }
            limit = told == began ? limit : after;
            long took = clock.getAsLong() - began;
            Thread caller = thread;
            if (took >= limit && caller != null) {
                StackTraceElement[] stack = caller.getStackTrace();
                if (since == began) {
                    limit = Math.max(limit, took) * 2;
                    told = began;
                    teller.stuck(new Stuck(subject.get(), caller.getName(), Duration.ofNanos(took)), stack);
                }
            }
            return Math.max(0, limit - took);
        }
    }
}
