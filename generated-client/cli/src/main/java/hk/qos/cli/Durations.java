package hk.qos.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 30s}, {@code 5m}, {@code 1h30m}. */
final class Durations implements ITypeConverter<Duration> {
    private Durations() {}

    @Override
    public Duration convert(String text) {
        try {
            Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Refused below.
        }
        throw new TypeConversionException("'" + text + "' is not a duration; write 30s, 5m or 1h30m");
    }
}
