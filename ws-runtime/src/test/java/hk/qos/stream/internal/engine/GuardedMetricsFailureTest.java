package hk.qos.stream.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.logged.Logged;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each call reaches the user's metrics; their exceptions are logged and not propagated. */
final class GuardedMetricsFailureTest {
    private static final StreamGauges GAUGES = proxy(StreamGauges.class, (self, method, arguments) -> "the gauges");
    private static final Duration TIME = Duration.ofMillis(7);
    private static final List<Consumer<StreamMetrics>> CALLS = List.of(
            metrics -> metrics.started(GAUGES),
            metrics -> metrics.connected("lost", TIME),
            metrics -> metrics.disconnected("lost", true),
            metrics -> metrics.heartbeat(TIME),
            metrics -> metrics.sent("ASK", TIME),
            metrics -> metrics.push("ticks"),
            metrics -> metrics.conflated("ticks"),
            metrics -> metrics.overflowed("ticks", 3),
            metrics -> metrics.deliveryRefused("ticks"),
            metrics -> metrics.orphan("answer"),
            metrics -> metrics.undecodable("binary"),
            metrics -> metrics.callback("ticks", TIME, true),
            metrics -> metrics.stopped(GAUGES));

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream.internal.engine.GuardedMetrics", Level.DEBUG);

    private final List<String> calls = new ArrayList<>();

    @Test
    void everyCallReachesTheMetricsWithItsArguments() {
        GuardedMetrics guarded = guarded(recording("own", null));
        CALLS.forEach(call -> call.accept(guarded));

        assertThat(calls)
                .containsExactly(
                        "own forStream[the gauges]",
                        "own started[the gauges]",
                        "own connected[lost, PT0.007S]",
                        "own disconnected[lost, true]",
                        "own heartbeat[PT0.007S]",
                        "own sent[ASK, PT0.007S]",
                        "own push[ticks]",
                        "own conflated[ticks]",
                        "own overflowed[ticks, 3]",
                        "own deliveryRefused[ticks]",
                        "own orphan[answer]",
                        "own undecodable[binary]",
                        "own callback[ticks, PT0.007S, true]",
                        "own stopped[the gauges]");
        assertThat(logged.lines()).isEmpty();
    }

    @Test
    void callsReachTheMetricsOfTheStream() {
        GuardedMetrics guarded = guarded(recording("shared", recording("own", null)));
        guarded.started(GAUGES);
        guarded.push("ticks");

        assertThat(calls).containsExactly("shared forStream[the gauges]", "own started[the gauges]", "own push[ticks]");
    }

    @Test
    void firstFailureIsLoggedAtWarnAndLaterOnesAtDebug() {
        for (Throwable failure : List.of(new IllegalStateException("broken"), new AssertionError("broken"))) {
            for (Consumer<StreamMetrics> call : CALLS) {
                logged.clear();
                GuardedMetrics guarded = guarded(throwing(failure));
                call.accept(guarded);
                call.accept(guarded);

                assertThat(logged.lines())
                        .containsExactly(
                                "WARN [desk-1 #4] StreamMetrics threw; further failures are logged at DEBUG",
                                "DEBUG [desk-1 #4] StreamMetrics threw");
            }
        }
    }

    @Test
    void failuresOfDifferentCallsShareOneWarning() {
        GuardedMetrics guarded = guarded(throwing(new IllegalStateException("broken")));
        CALLS.forEach(call -> call.accept(guarded));

        assertThat(logged.lines()).hasSize(CALLS.size());
        assertThat(logged.lines("WARN ")).hasSize(1);
        assertThat(logged.lines().get(0)).startsWith("WARN ");
    }

    private static GuardedMetrics guarded(StreamMetrics metrics) {
        return new GuardedMetrics(metrics, () -> "[desk-1 #4]", UnaryOperator.identity());
    }

    /** Metrics that note each call; {@code forStream} returns {@code own}, or null as a mock does. */
    private StreamMetrics recording(String name, @Nullable StreamMetrics own) {
        return proxy(StreamMetrics.class, (self, method, arguments) -> {
            calls.add(name + " " + method.getName() + Arrays.toString(arguments));
            return method.getName().equals("forStream") ? own : null;
        });
    }

    private static StreamMetrics throwing(Throwable failure) {
        return proxy(StreamMetrics.class, (self, method, arguments) -> {
            throw failure;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
