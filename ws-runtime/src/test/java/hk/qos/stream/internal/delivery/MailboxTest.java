package hk.qos.stream.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deliveries of one mailbox: turns, order, limits, failures, rejections, and metrics. */
final class MailboxTest {
    private static final StreamEvent EVENT = new StreamEvent.Closed(Instant.EPOCH);

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final Queue<Runnable> retries = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private final List<String> measured = new ArrayList<>();
    private final Dispatcher dispatcher = new Dispatcher(this::execute, Runnable::run, new Refusals());
    private Mailbox<String> mailbox = mailbox(100, new Measures());
    private boolean refuses;
    private boolean accepts = true;
    private boolean hearsEvents = true;
    private boolean endsOnFailure;

    @Test
    void itemsAreDeliveredInOrderAfterTheStart() {
        push("a");
        mailbox.event(EVENT);
        push("b");
        mailbox.push(new Received<>("c", 1, 1, true), null);
        assertThat(mailbox.size()).isEqualTo(4);
        assertThat(turns).as("one turn is asked for, however much waits").hasSize(1);
        run();

        assertThat(told).containsExactly("start", "a", "event", "b", "recovered c");
        assertThat(mailbox.size()).isZero();
        push("d");
        assertThat(turns).hasSize(1);
        run();
        assertThat(told).endsWith("recovered c", "d");
    }

    @Test
    void turnEndsAfterABatch() {
        for (int i = 0; i < 100; i++) {
            push("item " + i);
        }
        turns.remove().run();

        assertThat(told).hasSize(64).endsWith("item 62");
        assertThat(turns).hasSize(1);
        run();
        assertThat(told).hasSize(101).endsWith("item 99");
    }

    @Test
    void countsPushesThatReplaceAnOlderVersion() {
        mailbox.push(new Received<>("old", 1, 1), "k");
        assertThat(measured).isEmpty();
        mailbox.push(new Received<>("new", 2, 1), "k");

        assertThat(measured).containsExactly("conflated words");
        run();
        assertThat(told).containsExactly("start", "new");
    }

    @Test
    void droppedItemsAreCountedAndReportedInPlace() {
        mailbox = mailbox(2, new Measures());
        mailbox.push(new Received<>("a", 1_000, 1), null);
        mailbox.push(new Received<>("b", 2_000, 1), null);
        assertThat(measured).isEmpty();
        mailbox.push(new Received<>("c", 3_000, 1), null);
        assertThat(measured).containsExactly("overflowed words by 2");
        mailbox.event(EVENT);
        assertThat(measured).containsExactly("overflowed words by 2", "overflowed words by 1");
        run();

        assertThat(told).containsExactly("start", "3 dropped from 1 to 3", "event");
        assertThat(reported).containsExactly("3 dropped from 1 to 3");
    }

    @Test
    void itemsDroppedForTheLastEventAreCounted() {
        mailbox = mailbox(2, new Measures());
        push("a");
        push("b");
        mailbox.finish(EVENT, null);

        assertThat(measured).containsExactly("overflowed words by 2");
        run();
        assertThat(told).containsExactly("start", "2 dropped from 0 to 0", "event", "over", "end null");
    }

    @Test
    void barrierRunsAfterQueuedItems() {
        push("a");
        mailbox.barrier(() -> told.add("barrier"));
        push("b");
        run();

        assertThat(told).containsExactly("start", "a", "barrier", "b");
        assertThat(measured).as("a task is not measured").hasSize(2);
    }

    @Test
    void barrierWakesAnIdleMailboxAndNeedsNoDemand() {
        mailbox.wake();
        run();
        accepts = false;
        mailbox.barrier(() -> told.add("barrier"));
        run();

        assertThat(told).containsExactly("start", "barrier");
    }

    @Test
    void barrierOfEndedMailboxRunsAtOnce() {
        mailbox.cancel();
        mailbox.barrier(() -> told.add("barrier"));

        assertThat(told).containsExactly("over", "barrier");
        assertThat(turns).isEmpty();
    }

    @Test
    void endDiscardsQueuedItemsAndRunsBarriers() {
        push("a");
        mailbox.barrier(() -> told.add("barrier"));
        IllegalStateException error = new IllegalStateException("broken");
        mailbox.end(EVENT, error);
        assertThat(mailbox.isOver()).as("before the end is delivered").isFalse();
        push("b");
        mailbox.event(EVENT);
        mailbox.end(EVENT, null);
        mailbox.finish(EVENT, null);
        run();

        assertThat(told).containsExactly("barrier", "start", "event", "over", "end broken");
        assertThat(mailbox.isOver()).isTrue();
        push("c");
        mailbox.event(EVENT);
        mailbox.wake();
        assertThat(turns).isEmpty();
        assertThat(mailbox.size()).isZero();
    }

    @Test
    void finishDeliversQueuedItemsBeforeTheEnd() {
        push("a");
        mailbox.finish(null, null);
        run();

        assertThat(told).containsExactly("start", "a", "over", "end null");
    }

    @Test
    void endDoesNotWaitForDemandAndSkipsItemsWithoutIt() {
        accepts = false;
        push("a");
        mailbox.barrier(() -> told.add("barrier"));
        mailbox.finish(EVENT, null);
        run();

        assertThat(told).containsExactly("start", "barrier", "over", "end null");
    }

    @Test
    void cancelDeliversNothingMore() {
        push("a");
        mailbox.cancel();
        run();

        assertThat(told).containsExactly("over");
        assertThat(mailbox.size()).isZero();
        assertThat(mailbox.isOver()).isTrue();
    }

    @Test
    void itemsWithoutDemandWaitAndScheduleNoTurn() {
        accepts = false;
        push("a");
        run();
        assertThat(told).containsExactly("start");
        push("b");
        mailbox.wake();
        assertThat(turns).isEmpty();
        accepts = true;
        mailbox.wake();
        run();

        assertThat(told).containsExactly("start", "a", "b");
    }

    @Test
    void failureIsReportedAndDeliveryContinues() {
        push("throw");
        push("b");
        run();

        assertThat(told).containsExactly("start", "throw", "b");
        assertThat(reported).containsExactly("failed throw");
        assertThat(measured).containsExactly("called words failed=true", "called words failed=false");
    }

    @Test
    void failureEndsDeliveryIfTheSinkRequiresIt() {
        endsOnFailure = true;
        push("throw");
        push("b");
        run();

        assertThat(told).containsExactly("start", "throw", "over");
        assertThat(reported).containsExactly("failed throw");
        assertThat(mailbox.isOver()).isTrue();
    }

    @Test
    void eventsThatCallNoUserCodeAreNotMeasured() {
        hearsEvents = false;
        mailbox.event(EVENT);
        push("a");
        run();

        assertThat(measured).containsExactly("called words failed=false");
    }

    @Test
    void eventsThatCallUserCodeAreMeasured() {
        mailbox.event(EVENT);
        run();

        assertThat(measured).containsExactly("called words failed=false");
    }

    @Test
    void rejectionIsCountedReportedOnceAndRetried() {
        refuses = true;
        push("a");
        push("b");
        assertThat(dispatcher.isRefusing()).isTrue();
        assertThat(reported).containsExactly("refused no room");
        assertThat(retries).as("one attempt waits, however much is pushed").hasSize(1);
        retries.remove().run();
        assertThat(retries).hasSize(1);
        assertThat(reported).hasSize(1);
        refuses = false;
        retries.remove().run();
        assertThat(dispatcher.isRefusing()).isFalse();
        run();

        assertThat(told).containsExactly("start", "a", "b");
        assertThat(measured).filteredOn("refused words"::equals).hasSize(3);
        refuses = true;
        push("c");
        assertThat(reported).containsExactly("refused no room", "refused no room");
    }

    private Mailbox<String> mailbox(int capacity, StreamMetrics metrics) {
        return new Mailbox<>(
                "words",
                new Mailbox.Shared(dispatcher, new ByteBudget(1_000), capacity, metrics, () -> 0, false),
                new Told(),
                new Reports(),
                Received::millis);
    }

    private void push(String text) {
        mailbox.push(new Received<>(text, 0, 1), null);
    }

    private void execute(Runnable turn) {
        if (refuses) {
            throw new RejectedExecutionException("no room");
        }
        turns.add(turn);
    }

    private void run() {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
            turn.run();
        }
    }

    private static String text(StreamEvent event) {
        return event instanceof StreamEvent.Overflow overflow
                ? overflow.count() + " dropped from " + overflow.from().getEpochSecond() + " to "
                        + overflow.to().getEpochSecond()
                : "event";
    }

    private final class Refusals implements Dispatcher.RejectionHandler {
        @Override
        public void began(Throwable why) {
            reported.add("refused " + why.getMessage());
        }

        @Override
        public boolean later(Runnable attempt) {
            return retries.add(attempt);
        }
    }

    private final class Told implements Sink<String> {
        @Override
        public void start() {
            told.add("start");
        }

        @Override
        public boolean accepts(boolean event) {
            return accepts;
        }

        @Override
        public void data(String data) {
            told.add(data);
            if (data.equals("throw")) {
                throw new IllegalStateException(data);
            }
        }

        @Override
        public void recovered(String data) {
            told.add("recovered " + data);
        }

        @Override
        public void event(StreamEvent event) {
            told.add(text(event));
        }

        @Override
        public boolean hearsEvents() {
            return hearsEvents;
        }

        @Override
        public void end(@Nullable Throwable error) {
            told.add("end " + (error == null ? null : error.getMessage()));
        }

        @Override
        public void over() {
            told.add("over");
        }

        @Override
        public boolean endsOnFailure() {
            return endsOnFailure;
        }
    }

    private final class Reports implements Reporter {
        @Override
        public void overflowed(StreamEvent.Overflow event) {
            reported.add(text(event));
        }

        @Override
        public void failed(Throwable failure) {
            reported.add("failed " + failure.getMessage());
        }
    }

    private final class Measures implements StreamMetrics {
        @Override
        public void conflated(String channel) {
            measured.add("conflated " + channel);
        }

        @Override
        public void overflowed(String channel, long count) {
            measured.add("overflowed " + channel + " by " + count);
        }

        @Override
        public void deliveryRefused(String channel) {
            measured.add("refused " + channel);
        }

        @Override
        public void callback(String channel, Duration took, boolean failed) {
            measured.add("called " + channel + " failed=" + failed);
        }
    }
}
