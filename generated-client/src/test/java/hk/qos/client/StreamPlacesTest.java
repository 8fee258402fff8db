package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.client.call.InputRules;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.stream.QosStream;
import hk.qos.ws.StreamClient;
import hk.qos.ws.StreamOptions;
import hk.qos.ws.StreamState;
import hk.qos.ws.error.LimitException;
import hk.qos.ws.spi.Dialect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many clients of one key may have a stream at one address. None of these ever connects, but for one. */
@Timeout(60)
class StreamPlacesTest {
    private static final String KEY = TestServer.KEY;

    @Test
    void refusesTheStreamOfOneClientTooManyAndNamesTheSetting() {
        try (QosClient first = client(1, KEY).build();
                QosClient second = client(1, KEY).build()) {
            QosStream stream = first.stream();
            assertThatThrownBy(second::stream)
                    .isInstanceOfSatisfying(
                            LimitException.class,
                            e -> assertThat(e.setting()).isEqualTo("planLimits.streamConnections"))
                    .hasMessage(
                            "streams at once with one key: the plan allows 1, and other clients of this process have 1"
                                    + " at ws://127.0.0.1:1/ws: close one, or share its client"
                                    + " (setting: planLimits.streamConnections)");
            assertThat(first.stream()).isSameAs(stream);
        }
    }

    @Test
    void takesAsManyAsThePlanAllows() {
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
    void countsEachKeyAndEachAddressForItself() {
        try (QosClient first = client(3, KEY).build();
                QosClient otherKey = client(3, "another-key").build();
                QosClient otherAddress = client(4, KEY).build()) {
            first.stream();
            assertThat(otherKey.stream()).isNotNull();
            assertThat(otherAddress.stream()).isNotNull();
        }
    }

    @Test
    void aStreamThatIsClosedFreesItsPlace() {
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
    void aStreamThatFailedFreesItsPlace() throws Exception {
        try (TestServer server = new TestServer().answer(401, "{\"msg\":\"no\"}");
                QosClient first = atServer(server).build();
                QosClient second = atServer(server).build()) {
            CompletableFuture<Void> ready = first.stream().connect();
            assertThatThrownBy(second::stream).isInstanceOf(LimitException.class);
            assertThat(ready).failsWithin(Duration.ofSeconds(10));
            await().until(() -> first.stream().state() == StreamState.FAILED);
            assertThat(second.stream()).isNotNull();
        }
    }

    @Test
    void aClientThatNobodyHasAnyMoreHoldsNoPlace() {
        forget(6);
        try (QosClient next = client(6, KEY).build()) {
            await().until(() -> {
                System.gc();
                return getsAStream(next);
            });
        }
    }

    @Test
    void aStreamThatOnlyItsConnectionHoldsKeepsItsPlace() {
        StreamPlaces places = new StreamPlaces();
        AtomicReference<Dialect> connection = new AtomicReference<>();
        StreamOptions options = StreamOptions.builder(URI.create("ws://127.0.0.1:7/ws"))
                .header("key", KEY)
                .build();
        places.take(options, 1, dialect -> {
            connection.set(dialect);
            return stream(dialect, options);
        });
        System.gc();
        assertThatThrownBy(() -> places.take(options, 1, dialect -> stream(dialect, options)))
                .isInstanceOf(LimitException.class);
        assertThat(connection.getAndSet(null)).isNotNull();
        await().untilAsserted(() -> {
            System.gc();
            try (QosStream next = places.take(options, 1, dialect -> stream(dialect, options))) {
                assertThat(next).isNotNull();
            }
        });
    }

    @Test
    void onlyOneOfManyThatAskTogetherGetsTheStream() throws Exception {
        List<QosClient> clients = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> got = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                QosClient each = client(8, KEY).build();
                clients.add(each);
                got.add(threads.submit(() -> {
                    start.await();
                    return getsAStream(each);
                }));
            }
            start.countDown();
            int streams = 0;
            for (Future<Boolean> each : got) {
                streams += each.get() ? 1 : 0;
            }
            assertThat(streams).isEqualTo(1);
        } finally {
            threads.shutdownNow();
            clients.forEach(QosClient::close);
        }
    }

    private static void forget(int port) {
        client(port, KEY).build().stream();
    }

    private static boolean getsAStream(QosClient client) {
        try {
            return client.stream().state() == StreamState.IDLE;
        } catch (LimitException e) {
            return false;
        }
    }

    private static QosStream stream(Dialect dialect, StreamOptions options) {
        return new QosStream(
                StreamClient.create(dialect, options), new InputRules(InstrumentCodes::split, code -> true, 10, false));
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
