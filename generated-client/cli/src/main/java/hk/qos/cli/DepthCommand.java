package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code depth}. */
@Command(
        name = "depth",
        description = "Prints order books: a row a level.",
        footer = {"", "Example: qos depth 700.HK --csv"})
final class DepthCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private DepthCommand() {}

    @Override
    int run(QosClient client) {
        Results<Depth> answer = client.http().depths(codes.get());
        try (RecordSink sink = output.document(Depth.class, Column.of(Depth.class), client.moshi())) {
            answer.forEach(sink::add);
        }
        return complete(answer.missing(), answer.undecodable());
    }
}
