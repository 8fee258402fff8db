package hk.qos.bench;

/** How much is measured. */
record Settings(int rounds, int warmUp, int pushes, int seconds, int[] rates, HttpBench http) {
    static final int CODES = 994;
    static final int DIFFERENT_PUSHES = 20_000;

    /** A few minutes. */
    static Settings full() {
        return new Settings(3, 1_000_000, 2_000_000, 4, new int[] {10_000, 50_000}, new HttpBench(3, 10_000, 400));
    }

    /** Under a minute: one round at full speed. */
    static Settings quick() {
        return new Settings(1, 300_000, 500_000, 0, new int[0], new HttpBench(1, 2_000, 50));
    }
}
