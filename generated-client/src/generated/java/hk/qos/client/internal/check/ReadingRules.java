// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.check;

import java.time.Instant;
import java.util.Set;

/** How readers treat values that violate their format: {@code x-reading} of the document. */
public final class ReadingRules {
    /** Texts that mean an absent value, for values with a format. */
    public static final Set<String> ABSENT = Set.of("-", "--", "N/A", "n/a", "NaN", "nan", "null", "Infinity", "-Infinity");

    /** A number of at least this magnitude is milliseconds since the epoch, a smaller one seconds. */
    public static final long MILLISECONDS_FROM = 100000000000L;

    /** The earliest valid time. */
    public static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

    /** The latest valid time. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private ReadingRules() {}
}
