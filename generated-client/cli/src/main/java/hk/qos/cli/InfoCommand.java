package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.InstrumentInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code info}. */
@Command(
        name = "info",
        description = "Prints names, currencies, lot sizes and share figures.",
        footer = {"", "Example: qos info 700.HK 600519.SH"})
final class InfoCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private InfoCommand() {}

    @Override
    int run(QosClient client) {
        Results<InstrumentInfo> answer = client.http().instrumentInfo(codes.get());
        try (RecordSink sink = output.document(InstrumentInfo.class, Column.of(InstrumentInfo.class), client.moshi())) {
            answer.forEach(sink::add);
        }
        return complete(answer.missing(), answer.undecodable());
    }
}
