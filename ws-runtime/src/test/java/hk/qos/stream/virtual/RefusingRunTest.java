package hk.qos.stream.virtual;

import org.junit.jupiter.api.Test;

/** Hundreds of runs with an executor that rejects; {@code -Drefusing.first=S -Drefusing.seeds=N} replays some. */
final class RefusingRunTest {
    private static final long FIRST = Long.getLong("refusing.first", 1);
    private static final long SEEDS = Long.getLong("refusing.seeds", 500);

    @Test
    void randomRejectionsLoseNoConsumerAndDeliverTheEndOnce() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                new RefusingRun(seed).live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
