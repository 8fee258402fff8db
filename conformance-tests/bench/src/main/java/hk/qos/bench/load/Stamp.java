package hk.qos.bench.load;

/**
 * Send times inside pushes: microseconds of the machine's monotonic clock, written as a plausible moment of ten digits
 * in place of a push's seconds. All processes of a machine read the same clock.
 */
public final class Stamp {
    private static final long BASE = 1_000_000_000L;
    private static final long RANGE = 1_000_000_000L;

    private Stamp() {}

    static long now() {
        return BASE + System.nanoTime() / 1_000 % RANGE;
    }

    /** Returns the microseconds since a push was stamped with {@code seconds}. */
    public static long age(long seconds) {
        long age = now() - seconds;
        return age < 0 ? age + RANGE : age;
    }
}
