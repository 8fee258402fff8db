package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine against everything at once, from many seeds. {@code -Dchaos.seeds=N} sets how many, {@code -Dchaos.first=S}
 * where to start; a failing seed is named, with the end of its trace, and runs the same way again.
 */
final class ChaosTest {
    private static final long FIRST = Long.getLong("chaos.first", 1);
    private static final int SEEDS = Integer.getInteger("chaos.seeds", 1_500);

    @Test
    void holdsWhatItPromisesWhateverHappens() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Trace trace = new Chaos(seed).run();
            if (!trace.violations().isEmpty()) {
                fail("seed " + seed + " (again: -Dtest=ChaosTest -Dchaos.first=" + seed + " -Dchaos.seeds=1)\n"
                        + trace.violations().get(0) + "\n" + trace.tail(60));
            }
        }
    }

    @Test
    void aSeedRunsTheSameWayAgain() {
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
    void differentSeedsRunDifferently() {
        assertThat(new Chaos(1).run().lines()).isNotEqualTo(new Chaos(2).run().lines());
    }
}
