package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import hk.qos.simulator.observe.ConnectionView;
import hk.qos.simulator.observe.ReceivedFrame;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * The real client with its own simulator. By default the simulator has no limits and pushes often, and the client's
 * waiting times are milliseconds instead of seconds.
 */
final class Harness implements AutoCloseable {
    /** Milliseconds where the defaults wait for seconds. */
    static final Backoff SHORT_PAUSES = Backoff.defaults()
            .withBase(Duration.ofMillis(20))
            .withFirstJitter(Duration.ofMillis(20))
            .withMaxJitter(Duration.ofMillis(40))
            .withThrottledBase(Duration.ofMillis(200));

    /** For clients that send no HTTP requests, or none that a rate can stop. */
    static final String KEY = "key-of-the-conformance-tests";

    private static final AtomicInteger KEYS = new AtomicInteger();

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final String key;
    final QosSimulator simulator;
    final QosClient client;
    private final QosStream stream;
    final List<StreamEvent> events = new CopyOnWriteArrayList<>();

    private Harness(String key, QosSimulator simulator, QosClient client) {
        this.key = key;
        this.simulator = simulator;
        this.client = client;
        this.stream = client.stream();
    }

    /**
     * Returns a key that no other client of this process has. Clients of one key and address share their rates for a
     * minute, and a simulator's port can come again within it.
     */
    static String newKey() {
        return KEY + "-" + KEYS.incrementAndGet();
    }

    static Builder builder() {
        return new Builder();
    }

    static Harness start() {
        return builder().start();
    }

    /** The settings that differ from the defaults. */
    static final class Builder {
        private final String key = newKey();
        private final QosSimulatorBuilder simulator =
                QosSimulator.builder().key(key).unlimited().pushRate(20);
        private Consumer<QosClientBuilder> client = set -> {};
        private Consumer<StreamOptions> stream = Harness::hurried;

        Builder simulator(Consumer<QosSimulatorBuilder> settings) {
            settings.accept(simulator);
            return this;
        }

        Builder client(Consumer<QosClientBuilder> settings) {
            client = client.andThen(settings);
            return this;
        }

        Builder stream(Consumer<StreamOptions> settings) {
            stream = stream.andThen(settings);
            return this;
        }

        /**
         * The spacing of the documents, with a server that closes the connection on a violation. The client keeps half
         * a second more, since the server's threads may read a frame late on a busy machine.
         */
        Builder spaced() {
            simulator.spacing(Duration.ofSeconds(1)).strict(true);
            return client(set -> set.planLimits(planLimits().withSpacing(Duration.ofMillis(1_500))));
        }

        Harness start() {
            QosSimulator server = simulator.start();
            QosClientBuilder set = clientOf(server, key);
            client.accept(set);
            Harness harness = new Harness(key, server, set.stream(stream).build());
            harness.stream().onEvent(harness.events::add);
            return harness;
        }
    }

    /** Limits that no test reaches, and short pauses between frames. */
    static PlanLimits planLimits() {
        return PlanLimits.defaults()
                .withRequestsPerMinute(1000)
                .withStreamConnections(100)
                .withSpacing(Duration.ofMillis(10));
    }

    /** A client of this simulator without plan limits. */
    static QosClientBuilder clientOf(QosSimulator simulator, String key) {
        return QosClient.builder()
                .apiKey(key)
                .httpUrl(simulator.httpUri().toString())
                .wsUrl(simulator.wsUri().toString())
                .planLimits(planLimits());
    }

    /** Waiting times in milliseconds instead of seconds. */
    static void hurried(StreamOptions options) {
        options.backoff(SHORT_PAUSES);
    }

    /** The client's first stream, even after its end. */
    QosStream stream() {
        return stream;
    }

    static void await(String what, ThrowingRunnable check) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(check);
    }

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for a number of events of a type and returns the last one. */
    <E extends StreamEvent> E event(Class<E> kind, int number) {
        return event(kind, event -> true, number);
    }

    <E extends StreamEvent> E event(Class<E> kind) {
        return event(kind, 1);
    }

    <E extends StreamEvent> E event(Class<E> kind, Predicate<E> which, int number) {
        await(
                number + " of " + kind.getSimpleName(),
                () -> assertThat(events)
                        .filteredOn(event -> kind.isInstance(event) && which.test(kind.cast(event)))
                        .as("among %s", events)
                        .hasSizeGreaterThanOrEqualTo(number));
        return events(kind).stream().filter(which).skip(number - 1).findFirst().orElseThrow();
    }

    <E extends StreamEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The subscriptions of the only open connection; empty if there is none. */
    Map<String, Set<String>> subscribed() {
        List<ConnectionView> open = simulator.observations().openConnections();
        return open.isEmpty() ? Map.of() : open.get(open.size() - 1).subscriptions();
    }

    /** The frames of one connection in the order of arrival, without heartbeats. */
    List<ReceivedFrame> frames(long connection) {
        return simulator.observations().frames().stream()
                .filter(frame ->
                        frame.connection() == connection && !frame.type().equals("H"))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
