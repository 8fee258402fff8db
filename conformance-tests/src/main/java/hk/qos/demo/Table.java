package hk.qos.demo;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type as a table: one column for each field, numbers aligned to the right. A table that is wider than a
 * terminal is turned: one line for each field.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int WIDEST = 100;
    private static final int MAX_UPRIGHT_ROWS = 4;

    private final List<String> heads = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Table() {}

    /** The table of an answer: a record, a list of them, or a map. */
    static Table of(Object answer) {
        Table table = new Table();
        if (answer instanceof Map<?, ?> map) {
            table.heads.addAll(List.of("", ""));
            table.numeric.addAll(List.of(false, false));
            map.forEach((key, value) -> table.rows.add(List.of(Values.text(key), Values.text(value))));
        } else {
            List<Record> records = new ArrayList<>();
            collect(answer, records);
            table.fill(records);
        }
        return table;
    }

    /** A record with one list of others, such as bars, is replaced by them. */
    private static void collect(@Nullable Object value, List<Record> records) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, records));
        } else if (value instanceof Record entry) {
            List<RecordComponent> lists =
                    Values.components(entry).filter(Table::isListOfRecords).toList();
            if (lists.size() == 1) {
                collect(Values.read(lists.get(0), entry), records);
            } else {
                records.add(entry);
            }
        }
    }

    private static boolean isListOfRecords(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type
                && type.getRawType() == List.class
                && type.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord();
    }

    private void fill(List<Record> records) {
        if (records.isEmpty()) {
            return;
        }
        records.forEach(entry -> rows.add(new ArrayList<>()));
        for (RecordComponent component : Values.components(records.get(0)).toList()) {
            List<@Nullable Object> values = new ArrayList<>();
            records.forEach(entry -> values.add(Values.read(component, entry)));
            boolean shown = values.stream().anyMatch(value -> value != null && !(value instanceof Record));
            if (shown) {
                heads.add(component.getName());
                numeric.add(values.stream().allMatch(value -> value == null || value instanceof Number));
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    rows.get(i).add(value == null ? "" : Values.text(value));
                }
            }
        }
    }

    /** The lines, column names first; empty without records. */
    List<String> lines(TerminalColours paint) {
        boolean stands = totalWidth() > WIDEST && rows.size() <= MAX_UPRIGHT_ROWS;
        return (stands ? upright() : this).printed(paint);
    }

    private List<String> printed(TerminalColours paint) {
        List<String> lines = new ArrayList<>();
        if (heads.stream().anyMatch(head -> !head.isEmpty())) {
            lines.add(paint.dim(line(heads, TerminalColours.NONE)));
        }
        rows.forEach(row -> lines.add(line(row, paint)));
        return lines;
    }

    private int totalWidth() {
        int total = 0;
        for (int i = 0; i < heads.size(); i++) {
            total += width(i) + GAP.length();
        }
        return total;
    }

    private Table upright() {
        Table table = new Table();
        table.heads.add(heads.get(0));
        table.numeric.add(false);
        for (List<String> row : rows) {
            table.heads.add(row.get(0));
            table.numeric.add(true);
        }
        for (int i = 1; i < heads.size(); i++) {
            List<String> field = new ArrayList<>(List.of(heads.get(i)));
            for (List<String> row : rows) {
                field.add(row.get(i));
            }
            table.rows.add(field);
        }
        return table;
    }

    private String line(List<String> cells, TerminalColours paint) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String space = " ".repeat(width(i) - width(cell));
            boolean last = i == cells.size() - 1;
            String padded = numeric.get(i) ? space + cell : last ? cell : cell + space;
            line.append(i == 0 ? "" : GAP).append(paint.cell(cell, padded));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = width(heads.get(column));
        for (List<String> row : rows) {
            width = Math.max(width, width(row.get(column)));
        }
        return width;
    }

    /** The number of terminal columns; an ideograph takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
    }
}
