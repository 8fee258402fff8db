package hk.qos.ws.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.StreamMetrics;
import hk.qos.ws.internal.delivery.ByteBudget;
import hk.qos.ws.internal.delivery.Mailbox;
import hk.qos.ws.internal.delivery.Outlet;
import hk.qos.ws.internal.delivery.Reporter;
import hk.qos.ws.internal.delivery.Stamped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mailbox ends once, whatever its executor and its consumer do meanwhile. */
final class MailboxEndTest {
    private static final StreamEvent LAST = new StreamEvent.Closed(Instant.EPOCH);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Mailbox<String> mailbox = new Mailbox<>(
            "words",
            new Mailbox.Shared(this::take, elsewhere::add, new ByteBudget(1_000), 1_000, StreamMetrics.NONE),
            new Teller(),
            new Silent(),
            Stamped::millis);
    private boolean takes = true;
    private int room = Integer.MAX_VALUE;

    @Test
    void theEndDoesNotWaitForDemandThatItsLastEventUsedToHave() {
        room = 1;
        mailbox.end(LAST, null);
        room = 0;
        run(tasks);

        assertThat(told).containsExactly("start", "end null");
    }

    @Test
    void anExecutorThatIsGoneBetweenTwoBatchesKeepsNobodyFromTheEnd() {
        for (int i = 0; i < 200; i++) {
            mailbox.push(new Stamped<>("word", 0, 1), null);
        }
        takes = false;
        run(tasks);
        assertThat(told).contains("word").doesNotContain("end null");
        told.clear();
        run(elsewhere);

        assertThat(told).containsExactly("end RejectedExecutionException");
    }

    @Test
    void whoNeverStartedStartsElsewhereBeforeTheEnd() {
        takes = false;
        mailbox.end(LAST, null);
        mailbox.wake();
        run(elsewhere);

        assertThat(told).containsExactly("start", "end null");
        assertThat(mailbox.isOver()).isTrue();
    }

    private void take(Runnable task) {
        if (!takes) {
            throw new RejectedExecutionException("gone");
        }
        tasks.add(task);
    }

    private static void run(Queue<Runnable> queue) {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
    }

    private final class Teller implements Outlet<String> {
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
