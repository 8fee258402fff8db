package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subscription and its listener, which checks the order and completeness of what it receives. */
final class CheckedSubscription implements StreamListener<Tick> {
    final ToyChannel channel;
    private final CallbackFailures complaints;
    private final boolean throwing;
    private final Map<String, Long> newest = new HashMap<>();
    private final Set<String> unexplained = new HashSet<>();
    private @Nullable Subscription<Tick> subscription;
    private long owed;
    private long got;
    private long dropped;
    private long callsAtResume = -1;
    private long calls;
    private boolean ended;

    CheckedSubscription(ToyChannel channel, CallbackFailures complaints, boolean throwing) {
        this.channel = channel;
        this.complaints = complaints;
        this.throwing = throwing;
    }

    void attach(Subscription<Tick> handle) {
        subscription = handle;
    }

    Subscription<Tick> subscription() {
        return Objects.requireNonNull(subscription);
    }

    /** The server is about to push, which must be delivered if the key is served. */
    void pushed(ToyChannel pushed, String key) {
        if (pushed.equals(channel) && subscription().states().get(key) == SubscriptionState.ACTIVE) {
            owed++;
        }
    }

    @Override
    public void onData(Tick data) {
        complaints.about(() -> data(data));
        if (throwing) {
            throw new AssertionError("a listener that throws");
        }
    }

    private void data(Tick data) {
        calls++;
        got++;
        assertThat(unexplained).as("keys with an unreported gap, at %s", data).doesNotContain(data.key());
        if (!channel.equals(ToyChannel.BARS)) {
            assertThat(data.number()).as("order of %s", data.key()).isGreaterThan(newest.getOrDefault(data.key(), 0L));
        }
        newest.put(data.key(), data.number());
    }

    @Override
    public void onEvent(StreamEvent event) {
        complaints.about(() -> event(event));
    }

    private void event(StreamEvent event) {
        calls++;
        assertThat(ended).as("something after the end: %s", event).isFalse();
        if (event instanceof StreamEvent.Disconnected) {
            // Whatever was delivered of before may now have been missed.
            unexplained.addAll(newest.keySet());
        } else if (event instanceof StreamEvent.Gap gap) {
            assertThat(gap.from()).isBeforeOrEqualTo(gap.to());
            unexplained.remove(gap.topic().key());
        } else if (event instanceof StreamEvent.Overflow overflow) {
            dropped += overflow.count();
            unexplained.clear();
        } else if (event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed) {
            ended = true;
        }
    }

    /** Deliveries have been held back until now. */
    void resumed() {
        callsAtResume = calls;
    }

    /** The held deliveries have arrived; their number was limited. */
    void caughtUp() {
        assertThat(calls - callsAtResume).as("items that waited").isLessThanOrEqualTo(RandomRun.CAPACITY + 1L);
    }

    /** Each push of a channel that keeps everything was delivered or counted as dropped. */
    void nothingLostSilently() {
        if (channel.equals(ToyChannel.TICKS) && !subscription().isClosed()) {
            assertThat(got + dropped)
                    .as("pushes delivered or counted as dropped")
                    .isGreaterThanOrEqualTo(owed);
        }
    }
}
