package hk.qos.stream.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.flow.RecordingSubscriber;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Demand of a subscriber: which items consume it, and how a subscriber ends. */
final class SubscriberSinkTest {
    private static final StreamEvent EVENT = new StreamEvent.Closed(Instant.EPOCH);

    private final RecordingSubscriber<String> seen = new RecordingSubscriber<>();
    private int overs;

    @Test
    void dataRecoveredDataAndEventsConsumeDemand() {
        Mailbox<String> mailbox = mailbox(event -> "event");
        push(mailbox, "a");
        mailbox.push(new Received<>("b", 0, 1, true), null);
        mailbox.event(EVENT);
        push(mailbox, "c");
        seen.request(1);
        assertThat(seen.items).containsExactly("data a");
        seen.request(1);
        assertThat(seen.items).containsExactly("data a", "recovered b");
        seen.request(1);
        assertThat(seen.items).containsExactly("data a", "recovered b", "event");
        seen.request(5);
        assertThat(seen.items).containsExactly("data a", "recovered b", "event", "data c");
        push(mailbox, "d");
        assertThat(seen.items).hasSize(5);
    }

    @Test
    void omittedEventsConsumeNoDemand() {
        Mailbox<String> mailbox = mailbox(null);
        mailbox.event(EVENT);
        assertThat(mailbox.size()).as("passed over without demand").isZero();
        push(mailbox, "a");
        assertThat(seen.items).isEmpty();
        seen.request(1);

        assertThat(seen.items).containsExactly("data a");
    }

    @Test
    void overflowingDemandIsUnbounded() {
        Mailbox<String> mailbox = mailbox(null);
        seen.request(Long.MAX_VALUE).request(1);
        for (int i = 0; i < 3; i++) {
            push(mailbox, "a");
        }

        assertThat(seen.items).hasSize(3);
    }

    @Test
    void nonPositiveDemandEndsTheSubscription() {
        Mailbox<String> mailbox = mailbox(null);
        push(mailbox, "a");
        seen.request(0);

        assertThat(seen.signals).containsExactly("subscribed", "failed");
        assertThat(overs).isOne();
        assertThat(mailbox.isOver()).isTrue();
        assertThat(seen.items).isEmpty();
    }

    @Test
    void endCompletesOrFailsTheSubscriber() {
        mailbox(null).end(EVENT, null);
        assertThat(seen.signals).containsExactly("subscribed", "completed");
        seen.signals.clear();
        mailbox(null).end(EVENT, new IllegalStateException("broken"));
        assertThat(seen.signals).containsExactly("subscribed", "failed");
        assertThat(overs).isEqualTo(2);
    }

    @Test
    void cancelEndsWithoutASignal() {
        SubscriberSink<String, String> sink = sink(null);
        Mailbox<String> mailbox = attached(sink);
        sink.cancel();
        push(mailbox, "a");

        assertThat(mailbox.isOver()).isTrue();
        assertThat(overs).isOne();
        assertThat(seen.items).isEmpty();
        assertThat(seen.signals).containsExactly("subscribed");
    }

    @Test
    void sinkWithoutMailboxIgnoresDemand() {
        SubscriberSink<String, String> sink = sink(event -> "event");
        sink.request(1);
        sink.cancel();

        assertThat(sink.accepts(false)).isFalse();
        assertThat(sink.accepts(true)).isFalse();
        assertThat(sink.hearsEvents()).isTrue();
        assertThat(sink(null).hearsEvents()).isFalse();
        assertThat(sink(null).accepts(true)).isTrue();
        assertThat(sink.endsOnFailure()).isTrue();
    }

    private SubscriberSink<String, String> sink(@Nullable Function<StreamEvent, String> ofEvent) {
        return new SubscriberSink<>(seen, data -> "data " + data, data -> "recovered " + data, ofEvent, () -> overs++);
    }

    private Mailbox<String> mailbox(@Nullable Function<StreamEvent, String> ofEvent) {
        return attached(sink(ofEvent));
    }

    /** Delivers at once, on the thread of the test. */
    private static Mailbox<String> attached(SubscriberSink<String, String> sink) {
        Dispatcher dispatcher = new Dispatcher(Runnable::run, Runnable::run, new NoRefusals());
        Mailbox<String> mailbox = new Mailbox<>(
                "words",
                new Mailbox.Shared(dispatcher, new ByteBudget(1_000), 100, StreamMetrics.NONE, () -> 0, true),
                sink,
                new NoReports(),
                Received::millis);
        sink.attach(mailbox);
        mailbox.wake();
        return mailbox;
    }

    private static void push(Mailbox<String> mailbox, String text) {
        mailbox.push(new Received<>(text, 0, 1), null);
    }

    private static final class NoRefusals implements Dispatcher.RejectionHandler {
        @Override
        public void began(Throwable why) {
            throw new AssertionError(why);
        }

        @Override
        public boolean later(Runnable attempt) {
            throw new AssertionError("nothing is refused");
        }
    }

    private static final class NoReports implements Reporter {
        @Override
        public void overflowed(StreamEvent.Overflow event) {
            throw new AssertionError(event);
        }

        @Override
        public void failed(Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
