package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers to a {@link Flow.Subscriber} as much as it requested. */
public final class SubscriberSink<T, U> implements Sink<T>, Flow.Subscription {
    private final Flow.Subscriber<? super U> subscriber;
    private final Function<T, U> ofData;
    private final Function<T, U> ofRecovered;
    private final @Nullable Function<StreamEvent, U> ofEvent;
    private final AtomicLong demand = new AtomicLong();
    private final Runnable onOver;
    private volatile @Nullable Mailbox<T> mailbox;

    /**
     * A sink; {@link #attach} completes it.
     *
     * @param ofEvent {@code null} to omit events
     * @param onOver runs when delivery to the subscriber has ended
     */
    public SubscriberSink(
            Flow.Subscriber<? super U> subscriber,
            Function<T, U> ofData,
            Function<T, U> ofRecovered,
            @Nullable Function<StreamEvent, U> ofEvent,
            Runnable onOver) {
        this.subscriber = subscriber;
        this.ofData = ofData;
        this.ofRecovered = ofRecovered;
        this.ofEvent = ofEvent;
        this.onOver = onOver;
    }

    /** Sets the mailbox to wake and to cancel, before anything is added to it. */
    public void attach(Mailbox<T> mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void start() {
        subscriber.onSubscribe(this);
    }

    @Override
    public boolean accepts(boolean event) {
        return (event && !hearsEvents()) || demand.get() > 0;
    }

    @Override
    public boolean hearsEvents() {
        return ofEvent != null;
    }

    @Override
    public void data(T data) {
        take();
        subscriber.onNext(ofData.apply(data));
    }

    @Override
    public void recovered(T data) {
        take();
        subscriber.onNext(ofRecovered.apply(data));
    }

    @Override
    public void event(StreamEvent event) {
        if (ofEvent != null) {
            take();
            subscriber.onNext(ofEvent.apply(event));
        }
    }

    @Override
    public void end(@Nullable Throwable error) {
        if (error == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(error);
        }
    }

    @Override
    public void over() {
        onOver.run();
    }

    @Override
    public boolean endsOnFailure() {
        return true;
    }

    @Override
    public void request(long n) {
        Mailbox<T> target = mailbox;
        if (target == null) {
            return;
        }
        if (n <= 0) {
            // Reactive Streams 3.9: an error to the subscriber, in order, that ends the subscription.
            target.end(
                    null,
                    new IllegalArgumentException(
                            "demand must be positive, not " + n + " (rule 3.9 of Reactive Streams)"));
            return;
        }
        demand.accumulateAndGet(n, (have, more) -> have + more < 0 ? Long.MAX_VALUE : have + more);
        target.wake();
    }

    @Override
    public void cancel() {
        Mailbox<T> target = mailbox;
        if (target != null) {
            target.cancel();
        }
    }

    private void take() {
        demand.updateAndGet(have -> have == Long.MAX_VALUE ? have : have - 1);
    }
}
