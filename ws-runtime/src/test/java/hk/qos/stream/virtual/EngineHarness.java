package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.engine.Environment;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import hk.qos.stream.toy.ToyDialect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An engine, a server and a clock, for one test. */
final class EngineHarness {
    static final Duration GAP = Duration.ofMillis(1_100);

    final VirtualLoop loop = new VirtualLoop();
    final FakeServer server = new FakeServer(loop);
    final List<StreamEvent> events = new ArrayList<>();
    final Engine engine;
    int released;
    /** Whether a completion of a future is running. */
    boolean completing;
    /** Runs the completions of futures. */
    Consumer<Runnable> completions = Runnable::run;

    EngineHarness() {
        this(1, options -> options);
    }

    EngineHarness(long seed, UnaryOperator<StreamSetupBuilder> set) {
        this(seed, set, delivery -> delivery);
    }

    /** @param delivery wraps the executor that calls listeners, which accepts everything */
    EngineHarness(long seed, UnaryOperator<StreamSetupBuilder> set, UnaryOperator<Executor> delivery) {
        StreamSetup options = set.apply(StreamSetup.builder(URI.create("wss://server.example/stream")))
                .build();
        engine = new Engine(
                new ToyDialect(),
                options,
                new Environment(
                        loop,
                        server,
                        new SplittableRandom(seed),
                        delivery.apply(loop::execute),
                        this::complete,
                        loop::schedule,
                        () -> released++));
        engine.onEvent(events::add);
    }

    private void complete(Runnable completion) {
        completions.accept(() -> {
            completing = true;
            completion.run();
            completing = false;
        });
    }

    /** Records what a listener receives, in order: data and events. */
    static final class Recorder implements StreamListener<Tick> {
        final List<Object> all = new ArrayList<>();

        @Override
        public void onData(Tick data) {
            all.add(data);
        }

        @Override
        public void onRecovered(Tick data) {
            all.add("missed " + data.number());
        }

        @Override
        public void onEvent(StreamEvent event) {
            all.add(event);
        }

        /** Data as numbers, recovered data with a prefix. */
        List<String> numbers() {
            List<String> numbers = new ArrayList<>();
            for (Object each : all) {
                if (each instanceof Tick tick) {
                    numbers.add(Long.toString(tick.number()));
                } else if (each instanceof String missed) {
                    numbers.add(missed);
                }
            }
            return numbers;
        }

        List<Tick> data() {
            return all.stream()
                    .filter(Tick.class::isInstance)
                    .map(Tick.class::cast)
                    .toList();
        }

        <E extends StreamEvent> List<E> events(Class<E> kind) {
            return all.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    Subscription<Tick> subscribe(ToyChannel channel, String... keys) {
        return engine.subscribe(channel, List.of(keys), new Recorder());
    }

    Subscription<Tick> subscribe(Recorder recorder, ToyChannel channel, String... keys) {
        return engine.subscribe(channel, List.of(keys), recorder);
    }

    void advance(Duration by) {
        loop.advance(by);
    }

    void seconds(long seconds) {
        loop.advance(Duration.ofSeconds(seconds));
    }

    void settle() {
        loop.settle();
    }

    <E extends StreamEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** No two frames were closer than the spacing. */
    void assertPaced() {
        for (int i = 1; i < server.received.size(); i++) {
            assertThat(server.received.get(i).at() - server.received.get(i - 1).at())
                    .isGreaterThanOrEqualTo(GAP.toNanos());
        }
    }
}
