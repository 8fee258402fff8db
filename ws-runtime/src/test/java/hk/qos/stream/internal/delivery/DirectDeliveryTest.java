package hk.qos.stream.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mailbox whose dispatcher runs tasks at once: nothing is queued that can be delivered, and calls neither nest nor overtake. */
final class DirectDeliveryTest {
    private static final StreamEvent EVENT = new StreamEvent.Closed(Instant.EPOCH);

    private final List<String> calls = new ArrayList<>();
    private final ByteBudget budget = new ByteBudget(1_000);
    private int demand = Integer.MAX_VALUE;
    private Runnable during = () -> {};
    private StreamMetrics metrics = StreamMetrics.NONE;
    private @Nullable Mailbox<String> mailbox;

    @Test
    void deliversEachPushWithinTheCall() {
        push("a");
        assertThat(calls).containsExactly("start", "a");
        push("b");
        assertThat(calls).containsExactly("start", "a", "b");
        assertThat(mailbox().size()).isZero();
        assertThat(budget.used()).isZero();
    }

    @Test
    void pushWithinACallIsDeliveredAfterIt() {
        push("first");
        during = () -> {
            during = () -> {};
            push("b");
            calls.add("end of a");
        };
        push("a");

        assertThat(calls).containsExactly("start", "first", "a", "end of a", "b");
        push("c");
        assertThat(calls).endsWith("b", "c");
        assertThat(budget.used()).isZero();
    }

    @Test
    void eventWithinACallIsDeliveredAfterIt() {
        push("first");
        during = () -> {
            mailbox().event(EVENT);
            calls.add("end of a");
        };
        push("a");

        assertThat(calls).containsExactly("start", "first", "a", "end of a", "event");
    }

    @Test
    void endWithinACallIsDeliveredAfterIt() {
        push("first");
        during = () -> {
            mailbox().end(EVENT, null);
            push("lost");
        };
        push("a");
        push("lost");

        assertThat(calls).containsExactly("start", "first", "a", "event", "over", "end");
    }

    @Test
    void cancelWithinACallIsTheLast() {
        push("first");
        during = () -> mailbox().cancel();
        push("a");
        push("lost");

        assertThat(calls).containsExactly("start", "first", "a", "over");
    }

    @Test
    void failureIsReportedAndTheNextPushIsDelivered() {
        push("first");
        during = () -> {
            during = () -> {};
            throw new IllegalStateException("broken");
        };
        push("a");
        push("b");

        assertThat(calls).containsExactly("start", "first", "a", "failed broken", "b");
    }

    @Test
    void pushWithoutDemandWaitsAndNoneOvertakesIt() {
        demand = 1;
        push("a");
        push("b");
        demand = 1;
        push("c");
        assertThat(calls).containsExactly("start", "a", "b");
        assertThat(mailbox().size()).isEqualTo(1);
        demand = 2;
        mailbox().wake();
        push("d");

        assertThat(calls).containsExactly("start", "a", "b", "c", "d");
        assertThat(budget.used()).isZero();
    }

    @Test
    void callsAreMeasured() {
        metrics = new StreamMetrics() {
            @Override
            public void callback(String channel, Duration took, boolean failed) {
                calls.add(channel + " took " + took.toNanos() + (failed ? " and failed" : ""));
            }
        };
        push("first");
        push("a");
        during = () -> {
            throw new IllegalStateException("broken");
        };
        push("b");

        assertThat(calls)
                .containsExactly(
                        "start",
                        "first",
                        "ticks took 7",
                        "a",
                        "ticks took 7",
                        "b",
                        "ticks took 7 and failed",
                        "failed broken");
    }

    private void push(String text) {
        mailbox().push(text, 1, 10, null);
    }

    private Mailbox<String> mailbox() {
        Mailbox<String> made = mailbox;
        if (made == null) {
            long[] clock = {0};
            Dispatcher dispatcher = new Dispatcher(Runnable::run, Runnable::run, new NoRejections());
            made = new Mailbox<>(
                    "ticks",
                    new Mailbox.Shared(dispatcher, budget, 100, metrics, () -> clock[0] += 7, true),
                    new Consumer(),
                    new Failures(),
                    Received::millis);
            mailbox = made;
            made.wake();
        }
        return made;
    }

    private final class Consumer implements Sink<String> {
        @Override
        public void start() {
            calls.add("start");
        }

        @Override
        public boolean accepts(boolean event) {
            return demand > 0;
        }

        @Override
        public void data(String data) {
            demand--;
            calls.add(data);
            Runnable action = data.equals("a") || data.equals("b") ? during : () -> {};
            action.run();
        }

        @Override
        public void event(StreamEvent event) {
            calls.add("event");
        }

        @Override
        public void over() {
            calls.add("over");
        }

        @Override
        public void end(@Nullable Throwable error) {
            calls.add("end");
        }
    }

    private final class Failures implements Reporter {
        @Override
        public void overflowed(StreamEvent.Overflow event) {
            calls.add("overflow");
        }

        @Override
        public void failed(Throwable failure) {
            calls.add("failed " + failure.getMessage());
        }
    }

    private static final class NoRejections implements Dispatcher.RejectionHandler {
        @Override
        public void began(Throwable why) {
            throw new AssertionError(why);
        }

        @Override
        public boolean later(Runnable attempt) {
            throw new AssertionError("nothing was rejected");
        }
    }
}
