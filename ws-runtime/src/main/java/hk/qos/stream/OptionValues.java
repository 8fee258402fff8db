package hk.qos.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named values of immutable options. Two options are equal if they have the same class and values. Subclasses check a
 * value before they hand it over, and offer it under its name and type.
 */
abstract class OptionValues {
    private final Map<String, Object> values;

    OptionValues(Map<String, Object> values) {
        this.values = values;
    }

    /** A copy of these values with one replaced or added. */
    final Map<String, Object> with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    final <V> V get(String name, Class<V> type) {
        return type.cast(Objects.requireNonNull(values.get(name), name));
    }

    final Duration duration(String name) {
        return get(name, Duration.class);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OptionValues that && that.getClass() == getClass() && that.values.equals(values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    /** Class, names and values. */
    @Override
    public final String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", ", getClass().getSimpleName() + "[", "]"));
    }
}
