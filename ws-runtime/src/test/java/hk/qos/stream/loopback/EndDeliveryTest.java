package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A slow listener receives the end on the delivery thread, which then ends. */
@Timeout(30)
@ExtendWith(LeakGuard.class)
final class EndDeliveryTest {
    private static final List<String> HUNDREDS =
            IntStream.range(0, 300).mapToObj(i -> "k" + i).toList();

    private final LoopbackServer server = new LoopbackServer();
    private final StreamClient client = StreamClient.create(
            new ToyDialect(),
            StreamSetup.builder(server.uri())
                    .name("late")
                    .spacing(Duration.ofMillis(20))
                    .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO))
                    .build());
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> threads = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        client.close();
        server.close();
    }

    private void hold() {
        threads.add(Thread.currentThread().getName());
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitState(StreamState state) {
        await().until(() -> client.state() == state);
    }

    @Test
    void busyListenerReceivesAllEventsAndTheEndAfterClose() {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        client.onEvent(event -> {
            hold();
            events.add(event);
        });
        server.refusals.put("SUB:quotes", "none of these");
        client.subscribe(QUOTES, HUNDREDS, tick -> {});
        awaitState(StreamState.READY);
        Thread closing = new Thread(client::close, "closing");
        closing.start();
        awaitState(StreamState.CLOSED);
        release.countDown();

        await().untilAsserted(() -> assertThat(events).last().isInstanceOf(StreamEvent.Closed.class));
        assertThat(events).filteredOn(StreamEvent.Rejected.class::isInstance).hasSize(300);
        assertThat(events).hasAtLeastOneElementOfType(StreamEvent.Ready.class);
        assertThat(threads).containsOnly("ws-delivery-late");
    }

    @Test
    void busyListenerReceivesAllDataAndTheEndAfterFailure() {
        List<Object> all = new CopyOnWriteArrayList<>();
        Subscription<Tick> subscription = client.subscribe(TICKS, List.of("a"), new hk.qos.stream.StreamListener<>() {
            @Override
            public void onData(Tick data) {
                hold();
                all.add(data);
            }

            @Override
            public void onEvent(StreamEvent event) {
                all.add(event);
            }
        });
        subscription.ready().join();
        server.refusal = HttpResponseStatus.UNAUTHORIZED;
        server.send(IntStream.range(0, 300).mapToObj(i -> "P ticks a " + i).toList());
        server.send(new CloseWebSocketFrame(1001, "the key has expired"));
        awaitState(StreamState.FAILED);
        release.countDown();

        await().untilAsserted(() -> assertThat(all).last().isInstanceOf(StreamEvent.Failed.class));
        assertThat(all).filteredOn(Tick.class::isInstance).hasSize(300);
        assertThat(all.get(all.size() - 2)).isInstanceOf(StreamEvent.Disconnected.class);
        assertThat(threads).containsOnly("ws-delivery-late");
    }
}
