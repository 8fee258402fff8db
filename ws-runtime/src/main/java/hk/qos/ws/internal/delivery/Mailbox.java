package hk.qos.ws.internal.delivery;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.StreamMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One consumer's queue, and the task that empties it: serial, in order, never on the thread that fills it. */
public final class Mailbox<T> implements Runnable {
    /** Items delivered before others that share the executor get their turn. */
    private static final int BATCH = 64;

    /**
     * What all mailboxes of a stream share.
     *
     * @param lastResort tells consumers of the end when {@code executor} takes nothing any more
     */
    public record Shared(
            Executor executor, Executor lastResort, ByteBudget budget, int capacity, StreamMetrics metrics) {}

    private final String channel;
    private final Shared shared;
    private final Outlet<T> outlet;
    private final Reporter reporter;
    private final Backlog<T> backlog;
    private boolean scheduled;
    private boolean started;
    private boolean ending;
    private boolean over;
    private @Nullable Throwable error;

    public Mailbox(
            String channel, Shared shared, Outlet<T> outlet, Reporter reporter, ToLongFunction<Stamped<T>> time) {
        this.channel = channel;
        this.shared = shared;
        this.outlet = outlet;
        this.reporter = reporter;
        this.backlog = new Backlog<>(shared.capacity(), shared.budget(), time);
    }

    /** Adds a push; {@code identity} as in {@link Backlog#addData}. */
    public void push(Stamped<T> data, @Nullable Object identity) {
        boolean conflated;
        long dropped;
        synchronized (this) {
            if (ending || over) {
                return;
            }
            conflated = backlog.addData(data, identity);
            dropped = backlog.trim();
        }
        if (conflated) {
            shared.metrics().conflated(channel);
        }
        if (dropped > 0) {
            shared.metrics().overflowed(channel, dropped);
        }
        wake();
    }

    public void event(StreamEvent event) {
        synchronized (this) {
            if (ending || over) {
                return;
            }
            backlog.addEvent(event);
            backlog.trim();
        }
        wake();
    }

    /** Runs {@code task} when everything before it was delivered, or will never be. */
    public void barrier(Runnable task) {
        synchronized (this) {
            if (!over) {
                backlog.addTask(task);
                task = null;
            }
        }
        if (task != null) {
            task.run();
        } else {
            wake();
        }
    }

    /** Discards what waits, delivers {@code last} if it is wanted now, and ends. */
    public void end(@Nullable StreamEvent last, @Nullable Throwable error) {
        synchronized (this) {
            if (ending || over) {
                return;
            }
            backlog.clear(Runnable::run);
            if (last != null && outlet.accepts(true)) {
                backlog.addEvent(last);
            }
            ending = true;
            this.error = error;
        }
        wake();
    }

    /** Delivers nothing any more, not even an end. */
    public void cancel() {
        synchronized (this) {
            over = true;
            backlog.clear(Runnable::run);
        }
        outlet.over();
    }

    /** Looks again whether something can be delivered: after new demand, for example. */
    public void wake() {
        synchronized (this) {
            if (scheduled || over || !hasWork()) {
                return;
            }
            scheduled = true;
        }
        submit();
    }

    /** Whether nothing will be delivered any more. */
    public synchronized boolean isOver() {
        return over;
    }

    /** Items that wait. */
    public synchronized int size() {
        return backlog.size();
    }

    @Override
    public void run() {
        for (int i = 0; i < BATCH; i++) {
            if (!deliverNext()) {
                return;
            }
        }
        submit();
    }

    private void submit() {
        try {
            shared.executor().execute(this);
        } catch (RejectedExecutionException e) {
            // It is gone for good, so nothing can be delivered any more: who is owed an end gets it elsewhere.
            synchronized (this) {
                backlog.clear(Runnable::run);
                if (!ending) {
                    ending = true;
                    error = e;
                }
            }
            shared.lastResort().execute(this);
        }
    }

    private boolean hasWork() {
        if (!started) {
            return true;
        }
        Backlog.Node<T> first = backlog.peek();
        if (first == null) {
            return ending;
        }
        return ending || isDeliverable(first);
    }

    private boolean isDeliverable(Backlog.Node<T> node) {
        return node.task != null || outlet.accepts(node.data == null);
    }

    /** What comes next; {@code null} for the end, which waits for no demand. */
    private Backlog.@Nullable Node<T> next() {
        Backlog.Node<T> node = backlog.poll();
        while (node != null && ending && !isDeliverable(node)) {
            node = backlog.poll();
        }
        return node;
    }

    /** Delivers one item outside the lock; false once there is nothing to do. */
    private boolean deliverNext() {
        Backlog.Node<T> node = null;
        boolean first;
        synchronized (this) {
            if (over || !hasWork()) {
                scheduled = false;
                return false;
            }
            first = !started;
            started = true;
            if (!first) {
                node = next();
                over = node == null;
            }
        }
        try {
            if (first) {
                outlet.start();
            } else if (node == null) {
                outlet.over();
                outlet.end(error);
            } else {
                deliver(node);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
        return true;
    }

    private void deliver(Backlog.Node<T> node) {
        if (node.task != null) {
            node.task.run();
        } else if (node.isMark()) {
            StreamEvent.Overflow overflow = new StreamEvent.Overflow(
                    channel, node.dropped, Instant.ofEpochMilli(node.from), Instant.ofEpochMilli(node.to));
            reporter.overflowed(overflow);
            outlet.event(overflow);
        } else if (node.event != null) {
            outlet.event(node.event);
        } else if (node.data != null) {
            deliverData(node.data);
        }
    }

    private void deliverData(Stamped<T> data) {
        if (shared.metrics() == StreamMetrics.NONE) {
            hand(data);
            return;
        }
        long start = System.nanoTime();
        boolean failed = true;
        try {
            hand(data);
            failed = false;
        } finally {
            shared.metrics().callback(channel, Duration.ofNanos(System.nanoTime() - start), failed);
        }
    }

    private void hand(Stamped<T> data) {
        if (data.recovered()) {
            outlet.recovered(data.data());
        } else {
            outlet.data(data.data());
        }
    }

    private void failed(Throwable failure) {
        if (outlet.endsOnFailure()) {
            cancel();
        }
        reporter.failed(failure);
    }
}
