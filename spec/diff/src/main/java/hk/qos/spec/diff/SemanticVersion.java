package hk.qos.spec.diff;

import org.semver4j.Semver;

/**
 * A version of three numbers. As 0.x promises nothing by itself, we promise for it that breaking raises the second number
 * and everything else the third.
 */
record SemanticVersion(Semver number) implements Comparable<SemanticVersion> {
    /** Reads {@code 0.1.0}, {@code v0.1.0} and {@code 0.1.0-SNAPSHOT}; what follows the numbers does not count. */
    static SemanticVersion parse(String text) {
        Semver number = Semver.parse(text.startsWith("v") ? text.substring(1) : text);
        if (number == null) {
            throw new IllegalArgumentException("Not a version like v0.1.0 or 0.1.0-SNAPSHOT: " + text);
        }
        return new SemanticVersion(number.withClearedPreReleaseAndBuild());
    }

    /** The lowest version that may carry such changes. */
    SemanticVersion next(Verdict verdict) {
        boolean zero = number.getMajor() == 0;
        return new SemanticVersion(
                switch (verdict) {
                    case NONE -> number;
                    case BREAKING -> zero ? number.nextMinor() : number.nextMajor();
                    case ADDITIVE -> zero ? number.nextPatch() : number.nextMinor();
                    case COSMETIC -> number.nextPatch();
                });
    }

    /** The rule that {@link #next} goes by, for readers of a report. */
    String rule() {
        return number.getMajor() == 0
                ? "0.x: breaking raises the second number, everything else the third"
                : "breaking raises the first number, additive the second, cosmetic the third";
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return number.toString();
    }
}
