package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random runs with gap recovery; {@code -Dvirtual.first} and {@code -Dvirtual.seeds} as for {@link RandomRunTest}. */
class RecoveryRunTest {
    private static final long FIRST = Long.getLong("virtual.first", 1);
    private static final long SEEDS = Long.getLong("virtual.seeds", 500);

    @Test
    void everyItemIsDeliveredRecoveredOrReportedUnrecovered() {
        LongStream.range(FIRST, FIRST + SEEDS).forEach(seed -> {
            try {
                new RecoveryRun(seed).live();
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + ": " + e.getMessage(), e);
            }
        });
    }
}
