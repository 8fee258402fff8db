package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code quote}. */
@Command(
        name = "quote",
        description = "Prints the newest quotes.",
        footer = {"", "Example: qos quote 700.HK AAPL.US sh600519"})
final class QuoteCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private QuoteCommand() {}

    @Override
    int run(QosClient client) {
        Results<Snapshot> quotes = client.http().snapshots(codes.get());
        try (RecordSink sink = output.document(Snapshot.class, columns(), client.moshi())) {
            quotes.forEach(sink::add);
        }
        return complete(quotes.missing(), quotes.undecodable());
    }

    /** The components, and the change behind the last price. */
    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : Column.of(Snapshot.class)) {
            columns.add(column);
            if (column.name().equals("lastPrice")) {
                columns.add(Column.computed("change", Snapshot.class, Snapshot::change));
                columns.add(Column.computed("change %", Snapshot.class, Snapshot::changePercent));
            }
        }
        return columns;
    }
}
