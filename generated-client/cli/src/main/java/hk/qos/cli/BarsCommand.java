package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bars}. */
@Command(
        name = "bars",
        description = "Prints the newest bars. See 'qos history' for many or for old ones.",
        footer = {"", "Example: qos bars 700.HK --type 15m --count 100 --chart tencent.svg"})
final class BarsCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private BarOptions bars = new BarOptions();

    @Option(names = "--count", paramLabel = "N", description = "Bars of each instrument (${DEFAULT-VALUE}).")
    private int count = 30;

    @Mixin
    private ChartOptions chart = new ChartOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private BarsCommand() {}

    @Override
    int run(QosClient client) {
        chart.check(codes.get());
        KLineQuery query = KLineQuery.of(bars.type(), count, codes.get()).adjustment(bars.adjustment());
        Results<KLineSeries> answer = client.http().kLines(query);
        answer.forEach(series -> series.kLines().forEach(chart::add));
        if (output.isJson()) {
            try (RecordSink sink = output.document(KLineSeries.class, Column.of(KLineSeries.class), client.moshi())) {
                answer.forEach(sink::add);
            }
        } else if (!output.isTable() || !chart.isWanted()) {
            try (RecordSink sink = output.document(KLine.class, Column.of(KLine.class), client.moshi())) {
                answer.forEach(series -> series.kLines().forEach(sink::add));
            }
        }
        chart.write(bars.length());
        return complete(answer.missing(), answer.undecodable());
    }
}
