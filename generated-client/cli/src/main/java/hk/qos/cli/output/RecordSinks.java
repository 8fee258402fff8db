package hk.qos.cli.output;

import com.squareup.moshi.Moshi;
import java.util.List;

/** The ways to write records. */
public final class RecordSinks {
    private RecordSinks() {}

    /** CSV with all columns of a type; the line of names is written at once. */
    public static RecordSink csv(Output out, Class<? extends Record> type) {
        return new CsvSink(out, Column.of(type));
    }

    /** JSON by the client's adapters, as one array or as one object a line. */
    public static RecordSink json(Output out, Moshi moshi, Class<? extends Record> type, boolean lines) {
        return new JsonSink(out, moshi, type, lines);
    }

    /** A table for people, not wider than a terminal. */
    public static RecordSink table(Output out, List<Column> columns, Colours colours, int width) {
        return new TableSink(out, columns, colours, width);
    }

    /** A line for each record, of any type. */
    public static RecordSink eachOnALine(Output out) {
        return new LineSink(out);
    }
}
