package hk.qos.simulator.market;

/** Random figures that depend on their arguments only. */
final class Noise {
    private Noise() {}

    /** A hash (splitmix64). */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long mix(long a, long b) {
        return mix(a ^ mix(b));
    }

    static long mix(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return hash;
    }

    /** Uniform in [0, 1). */
    static double unit(long key) {
        return (mix(key) >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [-1, 1). */
    static double signed(long key) {
        return 2 * unit(key) - 1;
    }

    /** Uniform integer in [0, bound). */
    static int below(long key, int bound) {
        return (int) (unit(key) * bound);
    }

    /** A smooth curve through random points at the whole numbers. */
    static double curve(long key, double x) {
        double floor = Math.floor(x);
        long i = (long) floor;
        double f = x - floor;
        double blend = f * f * (3 - 2 * f);
        return signed(mix(key, i)) * (1 - blend) + signed(mix(key, i + 1)) * blend;
    }

    /** A bounded random walk: a sum of curves, each twice as long and higher than the previous one. */
    static double walk(long key, double x, int octaves) {
        double sum = 0;
        double height = 1;
        double length = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += height * curve(mix(key, octave), x / length);
            height *= 1.35;
            length *= 2;
        }
        return sum;
    }
}
