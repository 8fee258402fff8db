package hk.qos.cli;

import com.squareup.moshi.Moshi;
import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.cli.output.RecordSinks;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command writes records: as a table, as CSV or as JSON. */
final class OutputOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--csv", description = "Write CSV: names, then a line a row; exact numbers, times in UTC.")
    private boolean csv;

    @Option(
            names = "--json",
            description = "Write JSON with the service's own field names: one document; history, watch and replay"
                    + " write one object a line.")
    private boolean json;

    OutputOptions() {}

    boolean isJson() {
        check();
        return json;
    }

    boolean isTable() {
        check();
        return !csv && !json;
    }

    /** Returns what writes records of a type; {@code json} is one document. */
    RecordSink document(Class<? extends Record> type, List<Column> tableColumns, Moshi moshi) {
        return sink(type, tableColumns, moshi, false);
    }

    /** Returns what writes records of a type; {@code json} is one object a line. */
    RecordSink lines(Class<? extends Record> type, List<Column> tableColumns, Moshi moshi) {
        return sink(type, tableColumns, moshi, true);
    }

    private RecordSink sink(Class<? extends Record> type, List<Column> tableColumns, Moshi moshi, boolean lines) {
        check();
        Console console = Qos.console(command);
        if (json) {
            return RecordSinks.json(console.out(), moshi, type, lines);
        }
        return csv
                ? RecordSinks.csv(console.out(), type)
                : RecordSinks.table(
                        console.out(),
                        tableColumns,
                        console.colours(),
                        console.terminal().columns());
    }

    private void check() {
        if (csv && json) {
            throw new ParameterException(command.commandLine(), "--csv and --json exclude each other");
        }
    }
}
