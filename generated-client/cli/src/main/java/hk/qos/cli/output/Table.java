package hk.qos.cli.output;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as a table with aligned columns. Columns without any value are left out. If it is wider than the terminal, the columns
 * of nested records are left out, then the last ones; a single record is turned, with one line a field.
 */
final class Table {
    private static final String GAP = "  ";

    /** A value and its text. */
    private record Cell(@Nullable Object value, String text) {}

    private record Part(Column column, List<Cell> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.value == null);
        }

        boolean isNumeric() {
            return cells.stream().allMatch(cell -> cell.value == null || cell.value instanceof Number);
        }

        int width() {
            int width = DisplayWidth.of(column.name());
            for (Cell cell : cells) {
                width = Math.max(width, DisplayWidth.of(cell.text));
            }
            return width;
        }
    }

    private final List<Part> parts;
    private final int rows;

    private Table(List<Part> parts, int rows) {
        this.parts = parts;
        this.rows = rows;
    }

    static Table of(List<Record> records, List<Column> columns) {
        List<Part> parts = new ArrayList<>();
        int rows = 0;
        for (Column column : columns) {
            List<Cell> cells = new ArrayList<>();
            for (Record entry : records) {
                ZoneId zone = Values.zone(entry);
                for (int row = 0; row < Column.rows(entry); row++) {
                    Object value = column.value(entry, row);
                    cells.add(new Cell(value, printable(Values.shown(value, zone))));
                }
            }
            rows = cells.size();
            parts.add(new Part(column, cells));
        }
        return new Table(parts.stream().filter(part -> !part.isEmpty()).toList(), rows);
    }

    /** A text from the service must not steer the terminal. */
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The lines, names first; none without records. */
    List<String> lines(Colours colours, int width) {
        if (rows == 0) {
            return List.of();
        }
        if (rows == 1 && total(parts) > width) {
            return turned(colours);
        }
        List<Part> fitting = new ArrayList<>(parts);
        if (total(fitting) > width) {
            fitting.removeIf(part -> part.column.isNested());
        }
        while (fitting.size() > 1 && total(fitting) > width) {
            fitting.remove(fitting.size() - 1);
        }
        return upright(fitting, colours);
    }

    private static int total(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.width() + GAP.length()).sum() - GAP.length();
    }

    private List<String> upright(List<Part> shown, Colours colours) {
        List<String> lines = new ArrayList<>();
        lines.add(colours.faint(shown.stream()
                .map(part -> padded(part.column.name(), part.width(), part.isNumeric()))
                .collect(Collectors.joining(GAP))
                .stripTrailing()));
        for (int i = 0; i < rows; i++) {
            int row = i;
            lines.add(shown.stream()
                    .map(part -> coloured(part, part.cells.get(row), part.width(), colours))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing());
        }
        List<String> hidden = parts.stream()
                .filter(part -> !shown.contains(part))
                .map(part -> part.column.name())
                .toList();
        if (!hidden.isEmpty()) {
            lines.add(colours.faint("more columns with a wider terminal, --csv or --json: " + hidden.size()));
        }
        return lines;
    }

    private List<String> turned(Colours colours) {
        int names = parts.stream()
                .mapToInt(part -> DisplayWidth.of(part.column.name()))
                .max()
                .orElse(0);
        return parts.stream()
                .map(part -> colours.faint(padded(part.column.name(), names, false))
                        + GAP
                        + coloured(part, part.cells.get(0), 0, colours))
                .toList();
    }

    private static String coloured(Part part, Cell cell, int width, Colours colours) {
        String padded = padded(cell.text, width, part.isNumeric());
        boolean signed = part.column.name().startsWith("change");
        return signed && cell.value instanceof BigDecimal number ? colours.signed(number, padded) : padded;
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
        return right ? space + text : text + space;
    }
}
