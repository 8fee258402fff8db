package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random lives. How many is set by {@code -Dvirtual.seeds=N}, where they begin by {@code -Dvirtual.first=S}; a
 * seed that fails is named and does the same again.
 */
class RandomRunTest {
    private static final long FIRST = Long.getLong("virtual.first", 1);
    private static final long SEEDS = Long.getLong("virtual.seeds", 1_700);

    @Test
    void noSeedBreaksAnInvariant() {
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
    void aSeedReplaysToTheSameTrace() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(new RandomRun(seed).live().trace())
                    .hasSizeGreaterThan(20)
                    .isEqualTo(new RandomRun(seed).live().trace());
        }
    }
}
