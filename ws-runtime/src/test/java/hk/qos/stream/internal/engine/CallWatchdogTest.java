package hk.qos.stream.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.virtual.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls are told apart by number; the timer runs only while there are calls. */
final class CallWatchdogTest {
    private final VirtualLoop loop = new VirtualLoop();
    private final List<String> reports = new ArrayList<>();
    private final CallWatchdog watchdog =
            new CallWatchdog(loop::nanoTime, loop::schedule, Duration.ofSeconds(10), new CallWatchdog.Listener() {
                @Override
                public void stuck(CallWatchdog.Stuck call, StackTraceElement[] stack) {
                    reports.add(call.subject() + " stuck");
                }

                @Override
                public void returned(CallWatchdog.Stuck call) {
                    reports.add(call.subject() + " returned");
                }
            });
    private final CallWatchdog.Caller first = watchdog.caller(() -> "first");
    private final CallWatchdog.Caller second = watchdog.caller(() -> "second");

    private void pass(long millis) {
        loop.advance(Duration.ofMillis(millis));
    }

    @Test
    void shortCallsAreNotOneLongCall() {
        for (int i = 0; i < 300; i++) {
            first.begins();
            pass(90);
            first.ends();
        }
        assertThat(reports).isEmpty();
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void laterCallIsReportedAtMostATenthLate() {
        first.begins();
        pass(300);
        first.ends();
        first.begins();
        pass(9_900);
        assertThat(reports).isEmpty();
        pass(1_100);
        assertThat(reports).containsExactly("first stuck");
        assertThat(watchdog.stuck()).hasSize(1);
        first.ends();
        assertThat(reports).containsExactly("first stuck", "first returned");
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void consumerThatWasForgottenIsTrackedAgain() {
        first.begins();
        first.ends();
        pass(60_000);
        assertThat(loop.timers()).as("timers while no user code runs").isZero();
        first.begins();
        pass(10_000);
        assertThat(reports).containsExactly("first stuck");
    }

    @Test
    void idleConsumerHidesNoOther() {
        first.begins();
        first.ends();
        second.begins();
        pass(10_000);
        assertThat(reports).containsExactly("second stuck");
        pass(10_000);
        assertThat(reports).containsExactly("second stuck", "second stuck");
        assertThat(watchdog.isCaller(Thread.currentThread())).isTrue();
        second.ends();
        assertThat(watchdog.isCaller(Thread.currentThread())).isFalse();
        pass(60_000);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void stopEndsTheTimer() {
        first.begins();
        watchdog.stop();
        pass(60_000);
        assertThat(reports).isEmpty();
        assertThat(loop.timers()).isZero();
    }
}
