package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.logged.Logged;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.ToyDialect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hanging listener is reported on every thread, also on the event loop, which cannot watch itself. */
@Timeout(30)
@ExtendWith(LeakGuard.class)
final class StuckListenerOverSocketsTest {
    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.INFO);

    private final LoopbackServer server = new LoopbackServer();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "own-delivery");
        made.setDaemon(true);
        return made;
    });

    @AfterEach
    void closeAll() {
        executor.shutdownNow();
        server.close();
    }

    /** Hangs until the log has a line about it. */
    private void hangsOn(String thread, UnaryOperator<StreamSetupBuilder> set) {
        CountDownLatch told = new CountDownLatch(1);
        StreamSetupBuilder options =
                StreamSetup.builder(server.uri()).name("stuck").listenerWarning(Duration.ofMillis(50));
        try (StreamClient client =
                StreamClient.create(new ToyDialect(), set.apply(options).build())) {
            client.subscribe(TICKS, List.of("a"), tick -> {
                try {
                    told.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            await().until(() -> server.received.stream().anyMatch(frame -> frame.startsWith("SUB:ticks")));
            server.send("P ticks a 1");
            await().until(() -> !logged.lines("a listener of ticks (a) has been running for")
                    .isEmpty());
            assertThat(client.explain()).contains("a listener of ticks (a) has been running for");
            told.countDown();
            await().until(() -> !logged.lines("has returned after").isEmpty());
        } finally {
            told.countDown();
        }
        assertThat(logged.lines("has been running for").get(0))
                .startsWith("WARN ")
                .contains(" on thread " + thread)
                .contains("CountDownLatch.await");
    }

    @Test
    void listenerStuckOnTheDeliveryThreadIsReported() {
        hangsOn("ws-delivery-stuck", options -> options);
    }

    @Test
    void listenerStuckOnTheUsersExecutorIsReported() {
        hangsOn("own-delivery", options -> options.deliveryExecutor(executor));
    }

    @Test
    void listenerStuckOnTheEventLoopIsReported() {
        hangsOn("ws-io", StreamSetupBuilder::directDelivery);
    }
}
