package hk.qos.demo;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records in a few words. */
final class Rows {
    private static final int WIDTH = 120;

    /** What a record's own text has in place of a secret. */
    private static final String REDACTED = "<redacted>";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Rows() {}

    /** How many there are, and the first. */
    static String summary(Object answer) {
        Object rows = answer instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : answer;
        if (!(rows instanceof List<?> list)) {
            return line(rows);
        }
        return list.size() + " of " + (list.isEmpty() ? "nothing" : line(Objects.requireNonNull(list.get(0))));
    }

    /** One record in one line, its kind first. When something happened is left out. */
    static String line(Object item) {
        String text = item instanceof Record entry
                ? "%-9s %s".formatted(entry.getClass().getSimpleName(), fields(entry))
                : value(item);
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private static String fields(Record entry) {
        return components(entry)
                .filter(component -> !component.getName().equals("at"))
                .filter(component -> read(component, entry) != null)
                .map(component -> label(component) + value(Objects.requireNonNull(read(component, entry))))
                .collect(Collectors.joining("  "));
    }

    /** Which instrument or part of the stream it is speaks for itself. */
    private static String label(RecordComponent component) {
        return switch (component.getName()) {
            case "code", "topic", "channel", "keys" -> "";
            default -> component.getName() + " ";
        };
    }

    private static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof Duration duration) {
            return duration.toMillis() + " ms";
        }
        if (value instanceof Throwable error) {
            return String.valueOf(error.getMessage());
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.size() + "× [" + value(Objects.requireNonNull(list.get(0))) + "]";
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() + ": " + value(Objects.requireNonNull(entry.getValue()));
        }
        if (value instanceof Record entry) {
            return components(entry)
                    .map(component -> read(component, entry))
                    .filter(Objects::nonNull)
                    .map(Rows::value)
                    .collect(Collectors.joining(" "));
        }
        return value.toString();
    }

    private static Stream<RecordComponent> components(Record entry) {
        return Arrays.stream(entry.getClass().getRecordComponents());
    }

    private static @Nullable Object read(RecordComponent component, Record entry) {
        if (entry.toString().contains(component.getName() + "=" + REDACTED)) {
            return REDACTED;
        }
        try {
            return component.getAccessor().invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
