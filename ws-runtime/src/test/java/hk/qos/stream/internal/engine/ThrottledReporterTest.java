package hk.qos.stream.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.virtual.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frequent occurrences are reported once per kind and second. */
final class ThrottledReporterTest {
    private final VirtualLoop loop = new VirtualLoop();
    private final List<String> reported = new ArrayList<>();
    private final ThrottledReporter<String> reporter = new ThrottledReporter<>(
            loop, 2, (kind, latest, count) -> reported.add(count + " " + kind + ", the latest " + latest));

    @Test
    void firstIsReportedAtOnceAndLaterOnesTogetherAfterASecond() {
        reporter.add("a", "1");
        assertThat(reported).containsExactly("1 a, the latest 1");
        reporter.add("a", "2");
        reporter.add("a", "3");
        loop.advance(Duration.ofMillis(999));
        assertThat(reported).hasSize(1);
        loop.advance(Duration.ofMillis(1));

        assertThat(reported).containsExactly("1 a, the latest 1", "2 a, the latest 3");
    }

    @Test
    void nextIsReportedAtOnceAfterAQuietSecond() {
        reporter.add("a", "1");
        loop.advance(Duration.ofSeconds(1));
        assertThat(loop.timers()).isZero();
        reporter.add("a", "2");

        assertThat(reported).containsExactly("1 a, the latest 1", "1 a, the latest 2");
    }

    @Test
    void furtherKindsCountAsOther() {
        reporter.add("a", "1");
        reporter.add("b", "2");
        reporter.add("c", "3");
        reporter.add("d", "4");
        reporter.add("a", "5");
        loop.advance(Duration.ofSeconds(1));

        assertThat(reported)
                .startsWith("1 a, the latest 1", "1 b, the latest 2", "1 other, the latest 3")
                .hasSize(5)
                .contains("1 other, the latest 4", "1 a, the latest 5");
    }

    @Test
    void endReportsPendingFailuresAndCancelsTimers() {
        reporter.add("a", "1");
        reporter.add("b", "2");
        reporter.add("b", "3");
        reporter.stop();

        assertThat(reported).containsExactly("1 a, the latest 1", "1 b, the latest 2", "1 b, the latest 3");
        assertThat(loop.timers()).isZero();
    }

    @Test
    void onlyFirstOfANewKindIsReportedAfterTheEnd() {
        reporter.add("a", "1");
        reporter.stop();
        reported.clear();
        reporter.add("a", "2");
        assertThat(reported).isEmpty();
        reporter.add("b", "3");
        reporter.add("b", "4");

        assertThat(reported).containsExactly("1 b, the latest 3");
        assertThat(loop.timers()).isZero();
    }
}
