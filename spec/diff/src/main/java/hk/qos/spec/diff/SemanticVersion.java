package hk.qos.spec.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of three numbers, and what follows it.
 *
 * <p>From 1.0.0 on: breaking raises the first number, additive the second, cosmetic the third. Before, as 0.x promises
 * nothing by itself, we promise: breaking raises the second number, everything else the third.
 */
public record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {
    /** The rule for 0.x, for readers of a report. */
    public static final String ZERO_RULE = "0.x: breaking raises the second number, everything else the third";
    /** The rule from 1.0.0 on. */
    public static final String RULE = "breaking raises the first number, additive the second, cosmetic the third";

    private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+)(-[0-9A-Za-z.-]+)?");

    /**
     * Reads {@code 0.1.0}, {@code v0.1.0} and {@code 0.1.0-SNAPSHOT}.
     *
     * @throws IllegalArgumentException the text is none of these
     */
    public static SemanticVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a version like v0.1.0 or 0.1.0-SNAPSHOT: " + text);
        }
        return new SemanticVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The lowest version that may carry such changes. */
    public SemanticVersion next(Verdict verdict) {
        return switch (verdict) {
            case NONE -> this;
            case BREAKING -> major == 0 ? new SemanticVersion(0, minor + 1, 0) : new SemanticVersion(major + 1, 0, 0);
            case ADDITIVE ->
                major == 0 ? new SemanticVersion(0, minor, patch + 1) : new SemanticVersion(major, minor + 1, 0);
            case COSMETIC -> new SemanticVersion(major, minor, patch + 1);
        };
    }

    /** The rule that {@link #next} goes by. */
    public String rule() {
        return major == 0 ? ZERO_RULE : RULE;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int first = Integer.compare(major, other.major);
        int second = first != 0 ? first : Integer.compare(minor, other.minor);
        return second != 0 ? second : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
