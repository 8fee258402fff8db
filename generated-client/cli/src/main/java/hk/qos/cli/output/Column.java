package hk.qos.cli.output;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the table of a record type. A component that is a record has a column for each of its own components, such as
 * {@code night.lastPrice}. A component that is a list of records, such as the bids of an order book, has the same, and a row
 * for each element.
 */
public final class Column {
    /** The number of a row within its record, from 1. */
    private static final String LEVEL = "level";

    private final String name;
    private final boolean nested;
    private final Cell cell;

    private interface Cell {
        @Nullable
        Object value(Record entry, int row);
    }

    private Column(String name, boolean nested, Cell cell) {
        this.name = name;
        this.nested = nested;
        this.cell = cell;
    }

    /** Returns the columns of a record type, in the order of its components. */
    public static List<Column> of(Class<? extends Record> type) {
        List<Column> columns = new ArrayList<>();
        collect(type, List.of(), columns);
        return List.copyOf(columns);
    }

    /** Returns a column whose value is computed from the record. */
    public static <T extends Record> Column computed(
            String name, Class<T> type, Function<T, @Nullable Object> function) {
        return new Column(name, false, (entry, row) -> function.apply(type.cast(entry)));
    }

    /** Returns the number of rows of a record: the size of its longest list of records, at least 1. */
    static int rows(Record entry) {
        int rows = 1;
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
            if (elements(component) != null && read(component, entry) instanceof List<?> list) {
                rows = Math.max(rows, list.size());
            }
        }
        return rows;
    }

    private static void collect(Class<?> type, List<RecordComponent> path, List<Column> columns) {
        boolean levels = false;
        for (RecordComponent component : type.getRecordComponents()) {
            List<RecordComponent> longer = new ArrayList<>(path);
            longer.add(component);
            Class<?> elements = elements(component);
            if (elements != null && !levels) {
                columns.add(new Column(LEVEL, false, (entry, row) -> row + 1));
                levels = true;
            }
            if (elements != null) {
                collect(elements, longer, columns);
            } else if (component.getType().isRecord()) {
                collect(component.getType(), longer, columns);
            } else {
                boolean nested = path.stream().anyMatch(step -> step.getType().isRecord());
                columns.add(new Column(name(longer), nested, (entry, row) -> value(longer, entry, row)));
            }
        }
    }

    private static String name(List<RecordComponent> path) {
        return String.join(".", path.stream().map(RecordComponent::getName).toList());
    }

    /** Returns the type of the elements if the component is a list of records, else null. */
    private static @Nullable Class<?> elements(RecordComponent component) {
        if (component.getType() == List.class && component.getGenericType() instanceof ParameterizedType type) {
            Type element = type.getActualTypeArguments()[0];
            return element instanceof Class<?> known && known.isRecord() ? known : null;
        }
        return null;
    }

    private static @Nullable Object value(List<RecordComponent> path, Record entry, int row) {
        Object value = entry;
        for (RecordComponent step : path) {
            if (value instanceof List<?> list) {
                value = row < list.size() ? list.get(row) : null;
            }
            if (value == null) {
                return null;
            }
            value = read(step, value);
        }
        return value;
    }

    private static @Nullable Object read(RecordComponent component, Object entry) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Returns the name, with dots between the names of components. */
    public String name() {
        return name;
    }

    /** Whether the value is that of a record within the record. */
    boolean isNested() {
        return nested;
    }

    /** Returns the value of a record in one of its rows, from 0. */
    @Nullable
    Object value(Record entry, int row) {
        return cell.value(entry, row);
    }
}
