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

/** Formats the values of records, and lists their components. */
final class Values {
    /** The text that replaces a secret in a record. */
    private static final String REDACTED = "<redacted>";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    static String text(Object value) {
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
            return list(list);
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() + ": " + text(Objects.requireNonNull(entry.getValue()));
        }
        if (value instanceof Record entry) {
            return components(entry)
                    .map(component -> read(component, entry))
                    .filter(Objects::nonNull)
                    .map(Values::text)
                    .collect(Collectors.joining(" "));
        }
        return value.toString();
    }

    /** The count, the first and the last element. */
    private static String list(List<?> list) {
        if (list.isEmpty()) {
            return "none";
        }
        String first = text(Objects.requireNonNull(list.get(0)));
        String last = text(Objects.requireNonNull(list.get(list.size() - 1)));
        return list.size() == 1 ? "1: " + first : list.size() + ": " + first + " … " + last;
    }

    static Stream<RecordComponent> components(Record entry) {
        return Arrays.stream(entry.getClass().getRecordComponents());
    }

    static @Nullable Object read(RecordComponent component, Record entry) {
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
