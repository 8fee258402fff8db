package hk.qos.demo;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers and events in a line each. */
final class Rows {
    private Rows() {}

    /** How many records there are, of what kind and about what. */
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

    /** One record in one line, its kind first. When it happened is left out. */
    static String line(Record entry) {
        String fields = Values.components(entry)
                .filter(component -> !component.getName().equals("at"))
                .filter(component -> Values.read(component, entry) != null)
                .map(component -> label(component) + Values.text(Objects.requireNonNull(Values.read(component, entry))))
                .collect(Collectors.joining("  "));
        return "%-12s %s".formatted(entry.getClass().getSimpleName(), fields).stripTrailing();
    }

    /** Which instrument or part of the stream it is speaks for itself. */
    private static String label(RecordComponent component) {
        return switch (component.getName()) {
            case "code", "topic", "channel", "keys" -> "";
            default -> component.getName() + " ";
        };
    }
}
