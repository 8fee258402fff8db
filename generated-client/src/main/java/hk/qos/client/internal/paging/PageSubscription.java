package hk.qos.client.internal.paging;

import hk.qos.error.ClosedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals one subscriber by the rules of Reactive Streams: one signal at a time, no more items than requested. A page is
 * requested when the subscriber wants an item and none is left. Signals come on the thread that requests items, or on that
 * which completes a page.
 */
final class PageSubscription<I> implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.client.http");

    private final PageRun<?, ?, I> run;
    private final Consumer<Item<I>> onItem;
    private final Flow.Subscriber<? super I> subscriber;
    private final AtomicLong demand = new AtomicLong();

    /** How often something has happened since signals began; who raises it from zero signals. */
    private final AtomicInteger work = new AtomicInteger(1);

    /** Of the thread that signals. */
    private final Deque<Item<I>> items = new ArrayDeque<>();

    private boolean ended;
    private boolean waiting;

    private volatile @Nullable List<Item<I>> arrived;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean cancelled;

    PageSubscription(PageRun<?, ?, I> run, Consumer<Item<I>> onItem, Flow.Subscriber<? super I> subscriber) {
        this.run = run;
        this.onItem = onItem;
        this.subscriber = subscriber;
    }

    /** Requests that the subscriber makes meanwhile are served afterwards. */
    void start() {
        run.onClose(this::closed);
        try {
            subscriber.onSubscribe(this);
        } catch (RuntimeException e) {
            threw(e);
        }
        signal();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            failure.compareAndSet(
                    null,
                    new IllegalArgumentException(
                            "demand must be positive, not " + n + " (rule 3.9 of Reactive Streams)"));
            run.close();
        } else {
            demand.accumulateAndGet(n, (have, more) -> have + more < 0 ? Long.MAX_VALUE : have + more);
        }
        wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        run.close();
        wake();
    }

    private void closed() {
        failure.compareAndSet(null, new ClosedException("the history is closed"));
        wake();
    }

    private void wake() {
        if (work.getAndIncrement() == 0) {
            signal();
        }
    }

    private void signal() {
        int seen = work.get();
        while (seen != 0) {
            try {
                signalAll();
            } catch (RuntimeException e) {
                threw(e);
            }
            seen = work.addAndGet(-seen);
        }
    }

    /** A subscriber must not throw (rule 2.13); it hears nothing more. */
    private void threw(RuntimeException e) {
        LOG.warn("a subscriber of a history threw, which ends its subscription", e);
        ended = true;
        run.close();
    }

    private void signalAll() {
        while (!ended) {
            if (cancelled) {
                ended = true;
                return;
            }
            Throwable thrown = failure.get();
            if (thrown != null) {
                ended = true;
                subscriber.onError(thrown);
                return;
            }
            List<Item<I>> page = arrived;
            if (page != null) {
                arrived = null;
                waiting = false;
                items.addAll(page);
            }
            if (items.isEmpty()) {
                if (waiting) {
                    return;
                }
                if (run.isDone()) {
                    ended = true;
                    subscriber.onComplete();
                    return;
                }
                if (demand.get() == 0) {
                    return;
                }
                requestPage();
            } else if (demand.get() == 0) {
                return;
            } else {
                demand.updateAndGet(have -> have == Long.MAX_VALUE ? have : have - 1);
                Item<I> item = items.remove();
                subscriber.onNext(item.item());
                onItem.accept(item);
            }
        }
        items.clear();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the stage carries nothing of its own
    private void requestPage() {
        waiting = true;
        run.next().whenComplete((page, thrown) -> {
            if (thrown == null) {
                arrived = page;
            } else {
                failure.compareAndSet(null, thrown);
            }
            wake();
        });
    }
}
