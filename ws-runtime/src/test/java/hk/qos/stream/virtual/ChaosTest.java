package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine under all faults at once, from many seeds. {@code -Dchaos.seeds=N} sets their number, {@code -Dchaos.first=S}
 * the first; the message of a failure names the seed, which replays it, and ends with the trace.
 */
final class ChaosTest {
    private static final long FIRST = Long.getLong("chaos.first", 1);
    private static final int SEEDS = Integer.getInteger("chaos.seeds", 1_500);

    @Test
    void keepsAllInvariantsUnderRandomFaults() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Trace trace = new Chaos(seed).run();
            if (!trace.violations().isEmpty()) {
                fail("seed " + seed + " (again: -Dtest=ChaosTest -Dchaos.first=" + seed + " -Dchaos.seeds=1)\n"
                        + trace.violations().get(0) + "\n" + trace.tail(60));
            }
        }
    }

    @Test
    void sameSeedGivesTheSameRun() {
        for (long seed = 1; seed <= 50; seed++) {
            List<String> first = new Chaos(seed).run().lines();
            List<String> second = new Chaos(seed).run().lines();
            int same = 0;
            while (same < first.size()
                    && same < second.size()
                    && first.get(same).equals(second.get(same))) {
                same++;
            }
            assertThat(second.subList(same, second.size()))
                    .as("what seed " + seed + " did otherwise the second time")
                    .isEqualTo(first.subList(same, first.size()))
                    .isEmpty();
        }
    }

    @Test
    void differentSeedsGiveDifferentRuns() {
        assertThat(new Chaos(1).run().lines()).isNotEqualTo(new Chaos(2).run().lines());
    }
}
