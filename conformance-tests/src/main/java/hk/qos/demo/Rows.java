package hk.qos.demo;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats an answer or an event as one line. */
final class Rows {
    private Rows() {}

    /** The number of records, their type and their instruments. */
    static String summary(Object answer) {
        if (answer instanceof Map<?, ?> map) {
            return map.size() + (map.size() == 1 ? " entry" : " entries");
        }
        if (!(answer instanceof List<?> list)) {
            return answer instanceof Record entry ? entry.getClass().getSimpleName() : Values.text(answer);
        }
        if (list.isEmpty() || !(list.get(0) instanceof Record first)) {
            return list.size() + " answers";
        }
        String codes = list.stream()
                .map(item -> item instanceof Record entry ? code(entry) : null)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return list.size() + " × " + first.getClass().getSimpleName() + (codes.isEmpty() ? "" : ": " + codes);
    }

    private static @Nullable String code(Record entry) {
        return Values.components(entry)
                .filter(component -> component.getName().equals("code"))
                .map(component -> String.valueOf(Values.read(component, entry)))
                .findFirst()
                .orElse(null);
    }

    /** One record as one line, its type first. Times are left out. */
    static String line(Record entry) {
        String fields = Values.components(entry)
                .filter(component -> !component.getName().equals("at"))
                .filter(component -> Values.read(component, entry) != null)
                .map(component -> label(component) + Values.text(Objects.requireNonNull(Values.read(component, entry))))
                .collect(Collectors.joining("  "));
        return "%-12s %s".formatted(entry.getClass().getSimpleName(), fields).stripTrailing();
    }

    /** These components identify the record; their names are left out. */
    private static String label(RecordComponent component) {
        return switch (component.getName()) {
            case "code", "topic", "channel", "keys" -> "";
            default -> component.getName() + " ";
        };
    }
}
