package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.split.Splitter;
import hk.qos.error.ClosedException;
import hk.qos.error.LimitException;
import hk.qos.stream.StreamState;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import java.lang.Thread.State;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit of streams with one API key and address. Only one of these streams connects. */
@Timeout(60)
class StreamQuotaTest {
    private static final String KEY = TestServer.newKey();

    @Test
    void streamBeyondTheQuotaIsRefusedWithTheSettingsName() {
        try (QosClient first = client(1, KEY).build();
                QosClient second = client(1, KEY).build()) {
            QosStream stream = first.stream();
            assertThatThrownBy(second::stream)
                    .isInstanceOfSatisfying(
                            LimitException.class,
                            e -> assertThat(e.setting()).isEqualTo("PlanLimits.withStreamConnections"))
                    .hasMessage(
                            "streams at once with one API key: the plan allows 1, and other clients of this process have 1"
                                    + " at ws://127.0.0.1:1/ws: close one, or share its client"
                                    + " (setting: PlanLimits.withStreamConnections)");
            assertThat(first.stream()).isSameAs(stream);
        }
    }

    @Test
    void streamsWithinTheQuotaOpen() {
        PlanLimits two = PlanLimits.defaults().withStreamConnections(2);
        try (QosClient first = client(2, KEY).build();
                QosClient second = client(2, KEY).planLimits(two).build();
                QosClient third = client(2, KEY).planLimits(two).build()) {
            first.stream();
            second.stream();
            assertThatThrownBy(third::stream)
                    .isInstanceOf(LimitException.class)
                    .hasMessageContaining("the plan allows 2");
        }
    }

    @Test
    void keysAndAddressesHaveSeparateQuotas() {
        try (QosClient first = client(3, KEY).build();
                QosClient otherKey = client(3, "another-key").build();
                QosClient otherAddress = client(4, KEY).build()) {
            first.stream();
            assertThat(otherKey.stream()).isNotNull();
            assertThat(otherAddress.stream()).isNotNull();
        }
    }

    @Test
    void closedStreamFreesItsPlace() {
        try (QosClient first = client(5, KEY).build();
                QosClient third = client(5, KEY).build()) {
            first.stream().close();
            try (QosClient second = client(5, KEY).build()) {
                assertThat(second.stream()).isNotNull();
                assertThatThrownBy(third::stream).isInstanceOf(LimitException.class);
            }
            assertThat(third.stream().state()).isEqualTo(StreamState.IDLE);
        }
    }

    @Test
    void exceptionOfEndedStreamNamesItsSuccessor() {
        QosClient client = client(9, KEY).build();
        QosStream second;
        try (client) {
            QosStream first = client.stream();
            assertThat(client.stream()).isSameAs(first);
            first.close();
            second = client.stream();
            assertThat(second).isNotSameAs(first).isSameAs(client.stream());
            assertThat(second.state()).isEqualTo(StreamState.IDLE);
            assertThatThrownBy(() -> first.subscribeTrades(List.of("HK:700"), trade -> {}))
                    .isInstanceOf(ClosedException.class)
                    .hasMessage("the stream is closed; QosClient.stream() makes a new one");
        }
        assertThat(client.stream()).as("of a closed client").isSameAs(second);
    }

    @Test
    void failedStreamFreesItsPlace() throws Exception {
        try (TestServer server = new TestServer().answer(401, "{\"msg\":\"no\"}");
                QosClient first = atServer(server).build();
                QosClient second = atServer(server).build()) {
            QosStream stream = first.stream();
            CompletableFuture<Void> ready = stream.connect();
            assertThatThrownBy(second::stream).isInstanceOf(LimitException.class);
            assertThat(ready).failsWithin(Duration.ofSeconds(10));
            await().until(() -> stream.state() == StreamState.FAILED);
            assertThat(second.stream()).isNotNull();
        }
    }

    @Test
    void unreachableClientFreesItsStreamPlace() {
        forget(6);
        try (QosClient next = client(6, KEY).build()) {
            await().until(() -> {
                System.gc();
                return opensStream(next);
            });
        }
    }

    @Test
    void streamHeldByItsConnectionKeepsItsPlace() {
        StreamQuota places = new StreamQuota();
        AtomicReference<Dialect> connection = new AtomicReference<>();
        StreamSetup options = options(7);
        places.take(options, 1, place -> {
            connection.set(place);
            return stream(place, options);
        });
        System.gc();
        assertThatThrownBy(() -> places.take(options, 1, place -> stream(place, options)))
                .isInstanceOf(LimitException.class);
        assertThat(connection.getAndSet(null)).isNotNull();
        await().untilAsserted(() -> {
            System.gc();
            try (QosStream next = places.take(options, 1, place -> stream(place, options))) {
                assertThat(next).isNotNull();
            }
        });
    }

    @Test
    void concurrentStreamBeyondTheLastPlaceIsRefused() throws Exception {
        StreamQuota places = new StreamQuota();
        StreamSetup options = options(8);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread second = new Thread(() ->
                outcome.set(catchThrowable(() -> places.take(options, 1, place -> stream(place, options)))));
        try (QosStream first = places.take(options, 1, place -> {
            second.start();
            await().until(() -> second.getState() == State.BLOCKED || second.getState() == State.TERMINATED);
            return stream(place, options);
        })) {
            second.join();
            assertThat(first.state()).isEqualTo(StreamState.IDLE);
            assertThat(outcome.get()).isInstanceOf(LimitException.class);
        }
    }

    @Test
    void pausedStreamLeavesItsPlaceToOthers() throws Exception {
        try (QosClient first = client(10, KEY).build();
                QosClient second = client(10, KEY).build()) {
            QosStream paused = first.stream();
            paused.disconnect().get();

            QosStream other = second.stream();

            assertThat(paused.connect())
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(LimitException.class)
                    .withMessageContaining("the plan allows 1");
            assertThat(paused.state()).isEqualTo(StreamState.PAUSED);
            other.close();
            CompletableFuture<Void> connecting = paused.connect();
            assertThatThrownBy(() -> client(10, KEY).build().stream()).isInstanceOf(LimitException.class);
            connecting.cancel(true);
        }
    }

    private static void forget(int port) {
        client(port, KEY).build().stream();
    }

    private static boolean opensStream(QosClient client) {
        try {
            return client.stream().state() == StreamState.IDLE;
        } catch (LimitException e) {
            return false;
        }
    }

    private static StreamSetup options(int port) {
        return StreamSetup.builder(URI.create("ws://127.0.0.1:" + port + "/ws"))
                .header("key", KEY)
                .build();
    }

    private static QosStream stream(StreamQuota.Place place, StreamSetup options) {
        return new QosStream(
                StreamClient.create(place, options),
                new InputRules(CodeSpelling::split, code -> true, 10, false),
                new AnswerRules(false, text -> text),
                Splitter.NONE,
                place);
    }

    private static QosClientBuilder atServer(TestServer server) {
        return server.client().wsUrl(server.http.url("/ws").toString().replace("http", "ws"));
    }

    private static QosClientBuilder client(int port, String key) {
        return QosClient.builder()
                .apiKey(key)
                .httpUrl("http://127.0.0.1:" + port)
                .wsUrl("ws://127.0.0.1:" + port + "/ws");
    }
}
