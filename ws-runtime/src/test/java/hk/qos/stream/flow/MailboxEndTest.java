package hk.qos.stream.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.internal.delivery.ByteBudget;
import hk.qos.stream.internal.delivery.Dispatcher;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mailbox ends once, whatever its executor and its consumer do. */
@ExtendWith(LeakGuard.class)
final class MailboxEndTest {
    private static final StreamEvent LAST = new StreamEvent.Closed(Instant.EPOCH);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final RejectingExecutor executor = new RejectingExecutor();
    private final Mailbox<String> mailbox = new Mailbox<>(
            "words",
            new Mailbox.Shared(
                    new Dispatcher(executor, elsewhere::add, new Waiting()),
                    new ByteBudget(1_000),
                    1_000,
                    StreamMetrics.NONE,
                    () -> 0,
                    false),
            new Teller(),
            new Silent(),
            Received::millis);
    private boolean takes = true;
    private boolean down;
    private boolean lives = true;
    private int room = Integer.MAX_VALUE;

    @Test
    void endDoesNotWaitForDemandOfTheLastEvent() {
        room = 1;
        mailbox.end(LAST, null);
        room = 0;
        run(tasks);

        assertThat(told).containsExactly("start", "end null");
    }

    @Test
    void executorShutDownBetweenBatchesFailsThePublisher() {
        push(200);
        takes = false;
        down = true;
        run(tasks);

        assertThat(told).startsWith("start", "word").endsWith("word", "end RejectedExecutionException");
        assertThat(told).hasSizeLessThan(100);
    }

    @Test
    void executorFullBetweenBatchesLosesNothing() {
        push(200);
        takes = false;
        run(tasks);
        assertThat(told).contains("word").hasSizeLessThan(100);
        takes = true;
        run(later);
        run(tasks);

        assertThat(told).hasSize(201).doesNotContain("end null");
    }

    @Test
    void queuedItemsPrecedeTheEndIfTheExecutorRejects() {
        push(200);
        mailbox.finish(LAST, new IllegalStateException("the stream failed"));
        takes = false;
        down = true;
        run(tasks);

        assertThat(told)
                .hasSize(203)
                .startsWith("start", "word")
                .endsWith("word", "event", "end IllegalStateException");
    }

    @Test
    void endIsDeliveredElsewhereIfTheExecutorRejects() {
        takes = false;
        mailbox.end(LAST, null);
        mailbox.wake();
        assertThat(elsewhere).isEmpty();
        lives = false;
        run(later);
        run(elsewhere);

        assertThat(told).containsExactly("start", "event", "end null");
        assertThat(mailbox.isOver()).isTrue();
    }

    @Test
    void taskRunAgainDeliversNothingTwice() {
        push(1);
        Runnable kept = tasks.remove();
        kept.run();
        push(1);
        kept.run();
        run(tasks);
        kept.run();

        assertThat(told).containsExactly("start", "word", "word");
    }

    private void push(int count) {
        for (int i = 0; i < count; i++) {
            mailbox.push(new Received<>("word", 0, 1), null);
        }
    }

    private static void run(Queue<Runnable> queue) {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
    }

    /** An executor that may be full, and may be shut down. */
    private final class RejectingExecutor extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            if (!takes) {
                throw new RejectedExecutionException("no room");
            }
            tasks.add(task);
        }

        @Override
        public boolean isShutdown() {
            return down;
        }

        @Override
        public boolean isTerminated() {
            return down;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return down;
        }

        @Override
        public void shutdown() {
            down = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            down = true;
            return List.of();
        }
    }

    private final class Waiting implements Dispatcher.RejectionHandler {
        @Override
        public void began(Throwable why) {}

        @Override
        public boolean later(Runnable attempt) {
            return lives && later.add(attempt);
        }
    }

    private final class Teller implements Sink<String> {
        @Override
        public void start() {
            told.add("start");
        }

        @Override
        public boolean accepts(boolean event) {
            return room > 0;
        }

        @Override
        public void data(String data) {
            told.add(data);
        }

        @Override
        public void event(StreamEvent event) {
            told.add("event");
        }

        @Override
        public boolean endsOnFailure() {
            return true;
        }

        @Override
        public void end(@Nullable Throwable error) {
            told.add("end " + (error == null ? null : error.getClass().getSimpleName()));
        }
    }

    private static final class Silent implements Reporter {
        @Override
        public void overflowed(StreamEvent.Overflow event) {}

        @Override
        public void failed(Throwable failure) {}
    }
}
