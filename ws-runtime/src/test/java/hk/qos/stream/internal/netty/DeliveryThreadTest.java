package hk.qos.stream.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.internal.io.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop hands over together what one read has brought; nothing is lost at the end. */
final class DeliveryThreadTest {
    private final List<Runnable> ofLoop = new ArrayList<>();
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    private boolean inLoop = true;
    private boolean loopHasEnded;

    private final Loop loop = new Loop() {
        @Override
        public boolean inLoop() {
            return inLoop;
        }

        @Override
        public void execute(Runnable task) {
            if (loopHasEnded) {
                throw new RejectedExecutionException("ended");
            }
            ofLoop.add(task);
        }

        @Override
        public Timer schedule(long nanos, Runnable task) {
            throw new AssertionError("no timer is needed");
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public long millis() {
            return 0;
        }
    };

    private final DeliveryThread thread = new DeliveryThread("test", loop);

    private void deliver(String item) {
        thread.execute(() -> delivered.add(item));
    }

    private void assertDelivered(String... items) throws InterruptedException {
        for (String item : items) {
            assertThat(delivered.poll(10, TimeUnit.SECONDS)).isEqualTo(item);
        }
        assertThat(delivered).isEmpty();
    }

    @AfterEach
    void end() throws InterruptedException {
        thread.finish();
        thread.await(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void handsOverAfterTheReadAllThatItBrought() throws Exception {
        deliver("a");
        deliver("b");
        assertThat(ofLoop).as("one task hands over both").hasSize(1);
        assertThat(thread.isStarted()).isFalse();
        thread.handOver();
        assertDelivered("a", "b");
        ofLoop.remove(0).run();
        assertDelivered();
        deliver("c");
        ofLoop.remove(0).run();
        assertDelivered("c");
    }

    @Test
    void takesWorkOfOtherThreadsAtOnce() throws Exception {
        inLoop = false;
        deliver("a");
        assertDelivered("a");
        assertThat(ofLoop).isEmpty();
    }

    @Test
    void deliversWhatIsCollectedWhenItFinishes() throws Exception {
        deliver("a");
        thread.finish();
        assertDelivered("a");
        assertThatThrownBy(() -> deliver("b")).isInstanceOf(RejectedExecutionException.class);
        ofLoop.remove(0).run();
        assertDelivered();
    }

    @Test
    void needsNoLoopThatHasEnded() throws Exception {
        loopHasEnded = true;
        deliver("a");
        assertDelivered("a");
    }
}
