package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The limit on one inbound message that the user sets. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class MaxMessageBytesTest {
    private static final int LIMIT = 2_048;

    @Test
    void messageAtTheLimitIsDeliveredAndLargerOneIsSkipped() throws Exception {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        List<Long> numbers = new CopyOnWriteArrayList<>();
        try (LoopbackServer server = new LoopbackServer();
                StreamClient client = StreamClient.create(
                        new ToyDialect(),
                        StreamSetup.builder(server.uri())
                                .spacing(Duration.ofMillis(20))
                                .limits(StreamLimits.defaults().withMaxMessageBytes(LIMIT))
                                .build())) {
            client.onEvent(events::add);
            client.subscribe(TICKS, List.of("a"), (Tick tick) -> numbers.add(tick.number()))
                    .ready()
                    .get(30, TimeUnit.SECONDS);
            server.send(push(1, LIMIT));
            server.send(push(2, LIMIT + 1));
            server.send(push(3, LIMIT));

            await().untilAsserted(() -> assertThat(numbers).containsExactly(1L, 3L));
            await().untilAsserted(() -> assertThat(events)
                    .filteredOn(StreamEvent.Malformed.class::isInstance)
                    .singleElement()
                    .asString()
                    .contains("StreamLimits.withMaxMessageBytes"));
            assertThat(events).doesNotHaveAnyElementsOfTypes(StreamEvent.Disconnected.class);
        }
    }

    private static String push(int number, int bytes) {
        String start = "P ticks a ";
        return start + "0".repeat(bytes - start.length() - 1) + number;
    }
}
