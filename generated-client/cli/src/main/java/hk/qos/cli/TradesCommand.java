package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.Trade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code trades}. */
@Command(
        name = "trades",
        description = "Prints the latest trades.",
        footer = {"", "Example: qos trades CF:BTCUSDT --count 20"})
final class TradesCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Option(names = "--count", paramLabel = "N", description = "Trades of each instrument (${DEFAULT-VALUE}).")
    private int count = 10;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private TradesCommand() {}

    @Override
    int run(QosClient client) {
        Results<Trade> answer = client.http().trades(count, codes.get());
        try (RecordSink sink = output.document(Trade.class, Column.of(Trade.class), client.moshi())) {
            answer.forEach(sink::add);
        }
        return complete(answer.missing(), answer.undecodable());
    }
}
