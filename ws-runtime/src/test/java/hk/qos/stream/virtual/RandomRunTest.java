package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random runs. {@code -Dvirtual.seeds=N} sets their number, {@code -Dvirtual.first=S} the first seed; the
 * message of a failure names the seed, which replays it.
 */
class RandomRunTest {
    private static final long FIRST = Long.getLong("virtual.first", 1);
    private static final long SEEDS = Long.getLong("virtual.seeds", 1_700);

    @Test
    void everySeedKeepsTheInvariants() {
        LongStream.range(FIRST, FIRST + SEEDS).forEach(seed -> {
            try {
                new RandomRun(seed).live();
            } catch (AssertionError | RuntimeException e) {
                fail(
                        "seed " + seed + " (replay it by -Dvirtual.first=" + seed + " -Dvirtual.seeds=1): "
                                + e.getMessage(),
                        e);
            }
        });
    }

    @Test
    void sameSeedReplaysTheSameTrace() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(new RandomRun(seed).live().trace())
                    .hasSizeGreaterThan(20)
                    .isEqualTo(new RandomRun(seed).live().trace());
        }
    }
}
