package hk.qos.stream.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Records the signals of a subscriber. */
public class RecordingSubscriber<U> implements Flow.Subscriber<U> {
    public final List<U> items = new CopyOnWriteArrayList<>();
    public final List<String> signals = new CopyOnWriteArrayList<>();
    volatile @Nullable Throwable error;
    private volatile Flow.@Nullable Subscription subscription;

    public RecordingSubscriber<U> request(long n) {
        Flow.Subscription target = subscription;
        if (target == null) {
            throw new IllegalStateException("not subscribed yet");
        }
        target.request(n);
        return this;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        signals.add("subscribed");
    }

    @Override
    public void onNext(U item) {
        items.add(item);
    }

    @Override
    public void onError(Throwable why) {
        error = why;
        signals.add("failed");
    }

    @Override
    public void onComplete() {
        signals.add("completed");
    }
}
