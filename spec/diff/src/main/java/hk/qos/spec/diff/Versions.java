package hk.qos.spec.diff;

import org.semver4j.Semver;

/**
 * The rule for versions. Since semantic versioning has none for 0.x: breaking raises the second number, everything else
 * the third.
 */
final class Versions {
    private Versions() {}

    /** Parses {@code 0.1.0}, {@code v0.1.0} and {@code 0.1.0-SNAPSHOT}, and drops the suffix. */
    static Semver parse(String text) {
        Semver version = Semver.parse(text.startsWith("v") ? text.substring(1) : text);
        if (version == null) {
            throw new IllegalArgumentException("Not a version like v0.1.0 or 0.1.0-SNAPSHOT: " + text);
        }
        return version.withClearedPreReleaseAndBuild();
    }

    /** The lowest version that may contain such changes. */
    static Semver next(Semver released, Verdict verdict) {
        boolean zero = released.getMajor() == 0;
        return switch (verdict) {
            case NONE -> released;
            case BREAKING -> zero ? released.nextMinor() : released.nextMajor();
            case ADDITIVE -> zero ? released.nextPatch() : released.nextMinor();
            case COSMETIC -> released.nextPatch();
        };
    }

    /** The rule that {@link #next} applies, for reports. */
    static String rule(Semver released) {
        return released.getMajor() == 0
                ? "0.x: breaking raises the second number, everything else the third"
                : "breaking raises the first number, additive the second, cosmetic the third";
    }
}
