package hk.qos.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A table for people. Long ones are written in parts, so that the first rows come early. */
final class TableSink implements RecordSink {
    private static final int ROWS_OF_A_PART = 1_000;

    private final Output out;
    private final List<Column> columns;
    private final Colours colours;
    private final int width;
    private final List<Record> waiting = new ArrayList<>();

    TableSink(Output out, List<Column> columns, Colours colours, int width) {
        this.out = out;
        this.columns = columns;
        this.colours = colours;
        this.width = width;
    }

    @Override
    public void add(Record entry) {
        waiting.add(entry);
        if (waiting.size() == ROWS_OF_A_PART) {
            close();
        }
    }

    @Override
    public void close() {
        Table.of(waiting, columns).lines(colours, width).forEach(out::line);
        waiting.clear();
        out.flush();
    }
}
