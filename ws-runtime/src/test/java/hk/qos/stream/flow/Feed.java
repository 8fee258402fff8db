package hk.qos.stream.flow;

import hk.qos.stream.Subscription;
import hk.qos.stream.toy.Tick;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A subscription that delivers a number of items and is then closed. It starts with the first demand of any subscriber,
 * since later subscribers of a live stream receive less. Everything but the start is the engine's own.
 */
final class Feed implements AutoCloseable {
    /** Rules that request more take about twenty items: the rest is not pushed, and the subscription stays open. */
    private static final int MAX_PUSHES = 1_000;

    private final ThreadedHarness stage = new ThreadedHarness();
    private final Subscription<Tick> subscription = stage.subscribe();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final long pushes;
    private final boolean ends;

    /** @param lossCounts whether the loss of the connection, which follows the pushes, is an item */
    Feed(long items, boolean lossCounts) {
        ends = items <= MAX_PUSHES;
        pushes = Math.min(items, MAX_PUSHES) - (lossCounts ? 1 : 0);
        subscription.ready().orTimeout(5, TimeUnit.SECONDS).join();
        if (items == 0) {
            subscription.close();
        }
    }

    <U> Flow.Publisher<U> publisher(Function<Subscription<Tick>, Flow.Publisher<U>> view) {
        Flow.Publisher<U> publisher = view.apply(subscription);
        return subscriber -> publisher.subscribe(subscriber == null ? null : new Prompting<>(subscriber, this::begin));
    }

    private void begin() {
        if (!subscription.isClosed() && begun.compareAndSet(false, true)) {
            stage.push((int) pushes);
            stage.cut();
            if (ends) {
                stage.then(() -> new Thread(this::finish, "flow-test-finish").start());
            }
        }
    }

    private void finish() {
        if (stage.flush()) {
            subscription.close();
        }
    }

    @Override
    public void close() {
        stage.close();
    }

    /** Forwards everything, and reports the first demand. */
    private record Prompting<U>(Flow.Subscriber<? super U> subscriber, Runnable prompt) implements Flow.Subscriber<U> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    prompt.run();
                    subscription.request(n);
                }

                @Override
                public void cancel() {
                    subscription.cancel();
                }
            });
        }

        @Override
        public void onNext(U item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
