package hk.qos.client.internal.paging;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands out the items of a run to one subscriber, as many as it requests. Any other subscriber fails. */
public final class PagePublisher<I> implements Flow.Publisher<I> {
    private final Supplier<PageRun<?, ?, I>> run;
    private final Consumer<Item<I>> onItem;
    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * @param run returns the run for the subscriber, or throws if it is taken already
     * @param onItem called for each item that the subscriber has taken
     */
    public PagePublisher(Supplier<PageRun<?, ?, I>> run, Consumer<Item<I>> onItem) {
        this.run = run;
        this.onItem = onItem;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super I> subscriber) {
        // Reactive Streams 1.9 wants this exception.
        Objects.requireNonNull(subscriber, "subscriber is missing");
        PageRun<?, ?, I> mine;
        try {
            if (!taken.compareAndSet(false, true)) {
                throw new IllegalStateException("a history has one subscriber; ask for another history");
            }
            mine = run.get();
        } catch (IllegalStateException e) {
            subscriber.onSubscribe(new NoSubscription());
            subscriber.onError(e);
            return;
        }
        new PageSubscription<>(mine, onItem, subscriber).start();
    }

    private static final class NoSubscription implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
