// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.check;

import java.time.Instant;
import java.util.Set;

/** How readers take values that are not written as their format says: {@code x-reading} of the document. */
public final class ReadingRules {
    /** Texts that stand for a value that is absent, where it has a format. */
    public static final Set<String> ABSENT = Set.of("-", "--", "N/A", "n/a", "NaN", "nan", "null", "Infinity", "-Infinity");

    /** A moment of at least this number, of either sign, is milliseconds since the epoch, and else seconds. */
    public static final long MILLISECONDS_FROM = 100000000000L;

    /** No moment is before this one. */
    public static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

    /** No moment is after this one. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private ReadingRules() {}
}
