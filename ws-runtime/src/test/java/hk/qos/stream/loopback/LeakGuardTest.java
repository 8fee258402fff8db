package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The watchman is awake. */
final class LeakGuardTest {
    private final Logger detector = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

    @Test
    void aLostBufferIsFound() {
        boolean additive = detector.isAdditive();
        detector.setAdditive(false); // Nobody need read of this one.
        LeakGuard.LeakLog leaks = new LeakGuard.LeakLog();
        leaks.attach();
        try {
            loseBuffer();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                LeakGuard.collect();
                return !leaks.found().isEmpty();
            });
        } finally {
            detector.setAdditive(additive);
            leaks.detach();
        }

        assertThat(detector.isEnabledFor(Level.ERROR)).isTrue();
        assertThat(leaks.found()).first().asString().contains("LEAK").contains("loseBuffer");
    }

    private static void loseBuffer() {
        ByteBufAllocator.DEFAULT.directBuffer(64).writeByte(1);
    }
}
