package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the calls of user code that are under way, and reports those that do not return: after the time that is set, and
 * again each time that time has doubled. Any thread.
 *
 * <p>A call costs two plain numbers: it makes its consumer's number odd, and its end makes it even. A timer looks at the
 * numbers ten times in the time that is set, so that a report comes up to a tenth late; it runs only while there are calls.
 */
final class CallWatchdog {
    private static final int LOOKS = 10;
    private static final VarHandle CALLS;

    static {
        try {
            CALLS = MethodHandles.lookup().findVarHandle(Caller.class, "calls", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

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
    private final Set<Caller> callers = new LinkedHashSet<>();
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
            if (caller.thread == thread && isUnderWay(caller.calls())) {
                return true;
            }
        }
        return false;
    }

    /** The calls that have already taken too long, the longest first. */
    List<Stuck> stuck() {
        List<Supplier<Stuck>> found = new ArrayList<>();
        synchronized (this) {
            long now = clock.getAsLong();
            for (Caller caller : callers) {
                long call = caller.calls();
                long took = now - caller.seenAt;
                if (isUnderWay(call) && call == caller.seen && took >= after) {
                    found.add(() -> caller.stuck(took));
                }
            }
        }
        return found.stream()
                .map(Supplier::get)
                .sorted(Comparator.comparing(Stuck::took).reversed())
                .toList();
    }

    /** Stops reporting. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private static boolean isUnderWay(long calls) {
        return (calls & 1) != 0;
    }

    private synchronized void track(Caller caller) {
        caller.tracked = true;
        caller.seen = caller.calls();
        caller.seenAt = clock.getAsLong();
        caller.limit = after;
        callers.add(caller);
        look(Math.max(1, after / LOOKS));
    }

    private void look(long nanos) {
        if (timer == null && !stopped) {
            timer = alarm.schedule(nanos, this::look);
        }
    }

    private void look() {
        List<Runnable> reports = new ArrayList<>();
        synchronized (this) {
            timer = null;
            if (stopped) {
                return;
            }
            long now = clock.getAsLong();
            callers.removeIf(caller -> caller.look(now, reports));
            if (!callers.isEmpty()) {
                look(Math.max(1, after / LOOKS));
            }
        }
        reports.forEach(Runnable::run);
    }

    /** Marks where the calls of one consumer begin and end. */
    final class Caller {
        private final Supplier<String> subject;
        /** Odd while a call is under way; written by the calling thread only. */
        private long calls;

        private volatile @Nullable Thread thread;
        private volatile boolean tracked;
        /** The number of the call that was reported; 0 for none. */
        private volatile long reported;
        /** The number when the timer looked last, and when it first had that value. */
        private long seen;

        private long seenAt;
        /** How long the call may take until it is reported. */
        private long limit;

        private Caller(Supplier<String> subject) {
            this.subject = subject;
        }

        private long calls() {
            return (long) CALLS.getAcquire(this);
        }

        void begins() {
            Thread current = Thread.currentThread();
            if (thread != current) {
                thread = current;
            }
            CALLS.setRelease(this, calls + 1);
            if (!tracked) {
                track(this);
            }
        }

        void ends() {
            long call = calls;
            CALLS.setRelease(this, call + 1);
            if (reported == call) {
                returned();
            }
        }

        private void returned() {
            long took;
            synchronized (CallWatchdog.this) {
                took = clock.getAsLong() - seenAt;
            }
            listener.returned(stuck(took));
        }

        /** Asks for the subject, which may take locks; so the caller holds none. */
        private Stuck stuck(long took) {
            Thread caller = thread;
            return new Stuck(subject.get(), caller == null ? "?" : caller.getName(), Duration.ofNanos(took));
        }

        /**
         * Adds a report if the call that is under way is due. Returns whether the consumer is to be forgotten: it is idle since
         * the look before the last, from which on it would have asked to be tracked again.
         */
        private boolean look(long now, List<Runnable> reports) {
            long call = calls();
            if (call != seen) {
                tracked = true;
                seen = call;
                seenAt = now;
                limit = after;
            } else if (!isUnderWay(call)) {
                boolean forget = !tracked;
                tracked = false;
                return forget;
            } else if (now - seenAt >= limit) {
                due(call, now, reports);
            }
            return false;
        }

        private void due(long call, long now, List<Runnable> reports) {
            Thread caller = thread;
            StackTraceElement[] stack = caller == null ? new StackTraceElement[0] : caller.getStackTrace();
            if (calls() == call) {
                long took = now - seenAt;
                limit = Math.max(limit, took) * 2;
                reported = call;
                reports.add(() -> listener.stuck(stuck(took), stack));
            }
        }
    }
}
