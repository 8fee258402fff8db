package hk.qos.cli.output;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as in RFC 4180 but with line feeds: a line of names, then a line a row. Times are ISO instants, numbers exact. */
final class CsvSink implements RecordSink {
    private final Output out;
    private final List<Column> columns;

    CsvSink(Output out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
        out.line(columns.stream().map(column -> field(column.name())).collect(Collectors.joining(",")));
    }

    @Override
    public void add(Record entry) {
        for (int i = 0; i < Column.rows(entry); i++) {
            int row = i;
            out.line(columns.stream()
                    .map(column -> field(Values.exact(column.value(entry, row))))
                    .collect(Collectors.joining(",")));
        }
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        out.flush();
    }
}
