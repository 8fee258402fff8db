package hk.qos.codegen;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How readers accept values that are not written as their format states.
 *
 * @param absent texts that mean an absent value
 * @param earliest the earliest accepted time
 * @param latest the latest accepted time
 * @param millisecondsFrom a number of at least this size is milliseconds
 */
record ReadingModel(List<String> absent, Instant earliest, Instant latest, long millisecondsFrom) {

    static ReadingModel of(Extensions document) {
        Extensions reading = document.map("x-reading");
        Extensions moments = reading.map("moments");
        if (moments.fields().isEmpty()) {
            throw new DocumentException("x-reading", "needs moments");
        }
        try {
            return new ReadingModel(
                    reading.texts("absent"),
                    Instant.parse(moments.text("earliest", "")),
                    Instant.parse(moments.text("latest", "")),
                    Long.parseLong(moments.text("milliseconds-from", "")));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new DocumentException(
                    "x-reading.moments", "earliest, latest and milliseconds-from: " + e.getMessage());
        }
    }

    String absentLiterals() {
        return absent.stream().map(Preset::quoted).collect(Collectors.joining(", "));
    }
}
