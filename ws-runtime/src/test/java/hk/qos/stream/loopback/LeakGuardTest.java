package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.fixtures.LeakLog;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The leak guard finds leaks. */
class LeakGuardTest {
    @Test
    void findsALeakedBuffer() {
        loseBuffers();
        List<String> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.addAll(LeakLog.drain());
            return !found.isEmpty();
        });
        assertThat(found).first().asString().contains("was not released").contains("loseBuffers");
    }

    private static void loseBuffers() {
        ByteBufAllocator.DEFAULT.directBuffer(64).writeByte(1);
    }

    @Test
    void namesALeakedThread() throws Exception {
        LeakGuard watch = new LeakGuard(Duration.ofMillis(200));
        watch.start();
        CountDownLatch end = new CountDownLatch(1);
        Thread forgotten = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "forgotten-1");
        forgotten.start();
        try {
            assertThatThrownBy(watch::check).hasMessageContaining("forgotten-1");
        } finally {
            end.countDown();
            forgotten.join();
        }
        watch.check();
    }
}
