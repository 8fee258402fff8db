package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One consumer's queue, and the task that empties it: serial, in order, never on the thread that fills it. */
public final class Mailbox<T> implements Runnable {
    /** Items delivered before others that share the executor get their turn. */
    private static final int BATCH = 64;

    /** What all mailboxes of a stream share. */
    public record Shared(Dispatcher dispatcher, ByteBudget budget, int capacity, StreamMetrics metrics) {}

    /** Whether the executor has been asked to run this, and does. */
    private enum Turn {
        NONE,
        ASKED,
        RUNNING
    }

    private final String channel;
    private final Shared shared;
    private final Sink<T> outlet;
    private final Reporter reporter;
    private final ListenerInvoker<T> calls;
    private final Backlog<T> backlog;
    private Turn turn = Turn.NONE;
    /** Whether another attempt to get a turn is due. */
    private boolean waiting;

    private boolean started;
    private boolean ending;
    private boolean over;
    private @Nullable Throwable error;

    public Mailbox(String channel, Shared shared, Sink<T> outlet, Reporter reporter, ToLongFunction<Received<T>> time) {
        this.channel = channel;
        this.shared = shared;
        this.outlet = outlet;
        this.reporter = reporter;
        this.calls = new ListenerInvoker<>(channel, shared.metrics(), outlet, reporter);
        this.backlog = new Backlog<>(shared.capacity(), shared.budget(), time);
    }

    /** Adds a push; {@code identity} as in {@link Backlog#addData}. */
    public void push(Received<T> data, @Nullable Object identity) {
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
        count(dropped);
        wake();
    }

    public void event(StreamEvent event) {
        long dropped;
        synchronized (this) {
            if (ending || over) {
                return;
            }
            backlog.addEvent(event);
            dropped = backlog.trim();
        }
        count(dropped);
        wake();
    }

    private void count(long dropped) {
        if (dropped > 0) {
            shared.metrics().overflowed(channel, dropped);
        }
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

    /** Discards what waits, delivers {@code last} if there is demand for it, and ends. */
    public void end(@Nullable StreamEvent last, @Nullable Throwable error) {
        end(last, error, true);
    }

    /** Delivers what waits and then {@code last}, as far as there is demand for them now, and ends. */
    public void finish(@Nullable StreamEvent last, @Nullable Throwable error) {
        end(last, error, false);
    }

    private void end(@Nullable StreamEvent last, @Nullable Throwable error, boolean atOnce) {
        long dropped = 0;
        synchronized (this) {
            if (ending || over) {
                return;
            }
            if (atOnce) {
                discard();
            }
            if (last != null) {
                backlog.addEvent(last);
                dropped = backlog.trim();
            }
            ending = true;
            this.error = error;
        }
        count(dropped);
        wake();
    }

    /** Drops what waits, the last event too; the end still comes. */
    public synchronized void discard() {
        backlog.clear(Runnable::run);
    }

    /** Delivers nothing any more, not even an end. */
    public void cancel() {
        synchronized (this) {
            over = true;
            discard();
        }
        outlet.over();
    }

    /** Looks again whether something can be delivered: after new demand, for example. */
    public void wake() {
        synchronized (this) {
            if (turn != Turn.NONE || over || !hasWork()) {
                return;
            }
            turn = Turn.ASKED;
        }
        if (!isTurnComing()) {
            shared.dispatcher().elsewhere(this);
        }
    }

    /** Whether nothing will be delivered any more. */
    public synchronized boolean isOver() {
        return over;
    }

    /** Items that wait. */
    public synchronized int size() {
        return backlog.size();
    }

    /** A turn. One that comes late, after the executor had refused it, for example, finds nothing to do. */
    @Override
    public void run() {
        while (begins()) {
            for (int i = 0; i < BATCH; i++) {
                if (!deliverNext()) {
                    return;
                }
            }
            synchronized (this) {
                turn = Turn.ASKED;
            }
            if (isTurnComing()) {
                return;
            }
        }
    }

    private synchronized boolean begins() {
        boolean mine = turn == Turn.ASKED;
        turn = mine ? Turn.RUNNING : turn;
        return mine;
    }

    /** Asks for a turn; false if none will come and what is left must be delivered on whatever thread there is. */
    private boolean isTurnComing() {
        Throwable why = shared.dispatcher().ask(this);
        if (why == null) {
            return true;
        }
        shared.metrics().deliveryRefused(channel);
        synchronized (this) {
            if (turn != Turn.ASKED) {
                // It was run all the same.
                return true;
            }
            boolean gone = shared.dispatcher().isGone();
            if (gone && !ending && outlet.endsOnFailure()) {
                discard();
                ending = true;
                error = why;
            }
            waiting = waiting || (!(gone && ending) && shared.dispatcher().later(this::tryAgain));
            turn = waiting ? Turn.NONE : turn;
            return waiting;
        }
    }

    private void tryAgain() {
        synchronized (this) {
            waiting = false;
        }
        wake();
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
                turn = Turn.NONE;
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
                calls.make(node);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
        return true;
    }

    private void failed(Throwable failure) {
        if (outlet.endsOnFailure()) {
            cancel();
        }
        reporter.failed(failure);
    }
}
