package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's queue and the task that delivers from it, serially and in order. Only direct delivery runs on the thread that
 * fills the queue; it then passes a push on without queueing it, if nothing is queued.
 */
public final class Mailbox<T> implements Runnable {
    /** The number of items in one turn; then others that share the executor can run. */
    private static final int BATCH = 64;

    /**
     * What all mailboxes of a stream share.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}; any thread
     * @param direct whether the dispatcher runs a task on the thread that fills the mailboxes, at once
     */
    public record Shared(
            Dispatcher dispatcher,
            ByteBudget budget,
            int capacity,
            StreamMetrics metrics,
            LongSupplier clock,
            boolean direct) {}

    /** Whether this task is submitted to the executor, or running. */
    private enum Turn {
        NONE,
        SUBMITTED,
        RUNNING
    }

    private final String channel;
    private final Shared shared;
    private final Sink<T> sink;
    private final Reporter reporter;
    private final ListenerInvoker<T> invoker;
    private final Backlog<T> backlog;
    private Turn turn = Turn.NONE;
    /** Whether a later attempt to submit this task is scheduled. */
    private boolean retrying;

    /** The node that was delivered last. */
    private Backlog.@Nullable Node<T> delivered;

    private boolean started;
    private boolean ending;
    private boolean over;
    private @Nullable Throwable error;

    public Mailbox(String channel, Shared shared, Sink<T> sink, Reporter reporter, ToLongFunction<Received<T>> time) {
        this.channel = channel;
        this.shared = shared;
        this.sink = sink;
        this.reporter = reporter;
        this.invoker = new ListenerInvoker<>(channel, shared, sink, reporter);
        this.backlog = new Backlog<>(shared.capacity(), shared.budget(), time);
    }

    /** Adds a push, or delivers it at once if delivery is direct; {@code identity} as in {@link Backlog#addData}. */
    public void push(T data, long millis, int bytes, @Nullable Object identity) {
        if (!shared.direct || !passesThrough(data)) {
            add(data, millis, bytes, false, identity);
        }
    }

    /** Adds a push; {@code identity} as in {@link Backlog#addData}. */
    public void push(Received<T> push, @Nullable Object identity) {
        add(push.data(), push.millis(), push.bytes(), push.recovered(), identity);
    }

    private void add(T data, long millis, int bytes, boolean recovered, @Nullable Object identity) {
        boolean conflated;
        long dropped;
        synchronized (this) {
            if (ending || over || shared.dispatcher.isEndOnly()) {
                return;
            }
            conflated = backlog.addData(data, millis, bytes, recovered, identity);
            dropped = backlog.trim();
        }
        if (conflated) {
            shared.metrics().conflated(channel);
        }
        count(dropped);
        wake();
    }

    /** Delivers a push without queueing it, if nothing is queued and there is demand; returns false if it must be queued. */
    private boolean passesThrough(T data) {
        synchronized (this) {
            if (turn != Turn.NONE || !started || ending || over || !backlog.isEmpty() || !sink.accepts(false)) {
                return false;
            }
            if (shared.dispatcher.isEndOnly()) {
                return true;
            }
            turn = Turn.RUNNING;
        }
        try {
            invoker.data(data);
        } catch (Throwable failure) {
            failed(failure);
        }
        synchronized (this) {
            turn = Turn.NONE;
            if (over || !hasWork()) {
                return true;
            }
        }
        wake();
        return true;
    }

    public void event(StreamEvent event) {
        long dropped;
        synchronized (this) {
            if (ending || over || shared.dispatcher.isEndOnly()) {
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

    /** Runs {@code task} when everything before it is delivered or discarded. */
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

    /** Discards the queue, delivers {@code last} if there is demand for it, and ends. */
    public void end(@Nullable StreamEvent last, @Nullable Throwable error) {
        end(last, error, true);
    }

    /** Delivers the queue and then {@code last}, as far as there is demand now, and ends. */
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

    /** Discards the queue, including the last event; the end is still delivered. */
    public synchronized void discard() {
        backlog.clear(false, Runnable::run);
    }

    /** Stops delivery; not even the end is delivered. */
    public void cancel() {
        synchronized (this) {
            over = true;
            discard();
        }
        sink.over();
    }

    /** Checks again whether something can be delivered, for example after new demand. */
    public void wake() {
        synchronized (this) {
            if (turn != Turn.NONE || over || !hasWork()) {
                return;
            }
            turn = Turn.SUBMITTED;
        }
        if (!submitTurn()) {
            shared.dispatcher().elsewhere(this);
        }
    }

    /** Whether delivery has ended. */
    public synchronized boolean isOver() {
        return over;
    }

    /** The number of queued items. */
    public synchronized int size() {
        return backlog.size();
    }

    /** One turn. A late one, for example after the executor had rejected it, finds nothing to do. */
    @Override
    public void run() {
        while (begins()) {
            for (int i = 0; i < BATCH; i++) {
                if (!deliverNext()) {
                    return;
                }
            }
            synchronized (this) {
                turn = Turn.SUBMITTED;
            }
            if (submitTurn()) {
                return;
            }
        }
    }

    private synchronized boolean begins() {
        boolean mine = turn == Turn.SUBMITTED;
        turn = mine ? Turn.RUNNING : turn;
        return mine;
    }

    /** Submits a turn; returns false if none will come, so the rest must be delivered on another thread. */
    private boolean submitTurn() {
        Throwable why = shared.dispatcher().submit(this);
        if (why == null) {
            return true;
        }
        shared.metrics().deliveryRefused(channel);
        synchronized (this) {
            if (turn != Turn.SUBMITTED) {
                // The executor ran it nevertheless.
                return true;
            }
            boolean gone = shared.dispatcher().isGone();
            if (gone && !ending && sink.endsOnFailure()) {
                discard();
                ending = true;
                error = why;
            }
            retrying = retrying || (!(gone && ending) && shared.dispatcher().later(this::tryAgain));
            turn = retrying ? Turn.NONE : turn;
            return retrying;
        }
    }

    private void tryAgain() {
        synchronized (this) {
            retrying = false;
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
        return node.task != null || sink.accepts(node.data == null);
    }

    /** The next item; {@code null} for the end, which needs no demand. */
    private Backlog.@Nullable Node<T> next() {
        Backlog.Node<T> node = backlog.poll();
        while (node != null && ending && !isDeliverable(node)) {
            node = backlog.poll();
        }
        return node;
    }

    /** Delivers one item outside the lock; returns false if there is nothing to do. */
    private boolean deliverNext() {
        Backlog.Node<T> node = null;
        boolean first;
        synchronized (this) {
            if (shared.dispatcher.isEndOnly()) {
                backlog.clear(ending, Runnable::run);
            }
            if (delivered != null) {
                backlog.giveBack(delivered);
                delivered = null;
            }
            if (over || !hasWork()) {
                turn = Turn.NONE;
                return false;
            }
            first = !started;
            started = true;
            if (!first) {
                node = next();
                delivered = node;
                over = node == null;
            }
        }
        try {
            if (first) {
                sink.start();
            } else if (node == null) {
                sink.over();
                sink.end(error);
            } else {
                invoker.invoke(node);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
        return true;
    }

    private void failed(Throwable failure) {
        if (sink.endsOnFailure()) {
            cancel();
        }
        reporter.failed(failure);
    }
}
