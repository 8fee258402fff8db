package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.Staleness;
import hk.qos.stream.logged.Logged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A listener that does not return is reported meanwhile. It hangs by letting virtual time pass. */
final class StuckListenerTest {
    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.INFO);

    private final EngineHarness harness = new EngineHarness(1, options -> options.name("desk"));
    private final List<String> explained = new ArrayList<>();

    private void hang(int seconds) {
        harness.seconds(seconds);
        explained.add(harness.engine.explain());
    }

    private void push() {
        harness.server.peer().push("ticks", "a", 1);
        harness.settle();
    }

    @Test
    void stuckListenerIsLoggedWithItsThreadLessAndLessOften() {
        harness.engine.subscribe(TICKS, List.of("a", "b", "c", "d"), tick -> hang(24));
        harness.settle();
        push();

        String thread = Thread.currentThread().getName();
        List<String> lines = logged.lines("a listener of ticks (a, b, c, …) has been running for ");
        assertThat(lines).as("after 5, 10 and 20 s").hasSize(3).allMatch(line -> line.startsWith("WARN "));
        assertThat(lines.get(0))
                .contains("running for 5000 ms on thread " + thread)
                .contains("it is at java.base/java.lang.Thread.getStackTrace");
        assertThat(lines.get(2)).contains("running for 20 s on thread ");
        assertThat(logged.lines("has returned after "))
                .as("measured to a tenth of 5 s")
                .singleElement()
                .asString()
                .containsPattern("after 2[34] s");
    }

    @Test
    void explainNamesAStuckListener() {
        harness.engine.subscribe(TICKS, List.of("a"), tick -> hang(7));
        harness.settle();
        push();

        assertThat(explained)
                .singleElement()
                .asString()
                .startsWith("Ready (attempt 1): 1 keys held, all served")
                .containsPattern(
                        "Note that a listener of ticks \\(a\\) has been running for (6[5-9]|70)00 ms on thread "
                                + Thread.currentThread().getName());
        assertThat(harness.engine.explain()).doesNotContain("running for");
    }

    @Test
    void watchesListenersOfEvents() {
        harness.engine.onEvent(event -> {
            if (explained.isEmpty()) {
                hang(6);
            }
        });
        harness.subscribe(QUOTES, "a");
        harness.settle();

        assertThat(logged.lines("a listener of events has been running for ")).hasSize(1);
    }

    @Test
    void watchesPredicates() {
        AtomicReference<EngineHarness> self = new AtomicReference<>();
        Staleness slow = Staleness.after(Duration.ofSeconds(12)).withExpected(topic -> {
            Objects.requireNonNull(self.get()).seconds(6);
            return false;
        });
        EngineHarness watched = new EngineHarness(1, options -> options.staleness(slow));
        self.set(watched);
        watched.subscribe(QUOTES, "a");
        watched.seconds(13);

        assertThat(logged.lines("the predicate of staleness has been running for "))
                .hasSize(1);
    }

    @Test
    void warningTimeCanBeSet() {
        EngineHarness patient = new EngineHarness(1, options -> options.listenerWarning(Duration.ofMinutes(1)));
        patient.engine.subscribe(TICKS, List.of("a"), tick -> patient.seconds(50));
        patient.settle();
        patient.server.peer().push("ticks", "a", 1);
        patient.settle();

        assertThat(logged.lines("running for")).isEmpty();
    }

    @Test
    void listenerThatReturnsInTimeIsNotLogged() {
        harness.engine.subscribe(TICKS, List.of("a"), tick -> harness.seconds(3));
        harness.settle();
        for (int i = 0; i < 5; i++) {
            push();
        }
        harness.seconds(60);

        assertThat(logged.lines("a listener")).isEmpty();
        harness.engine.close();
        harness.seconds(5);
        assertThat(harness.loop.timers()).isZero();
    }
}
