package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.MarketClock;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.History;
import hk.qos.client.HistoryRange;
import hk.qos.client.QosClient;
import hk.qos.client.model.KLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code history}. */
@Command(
        name = "history",
        description = {
            "Prints bars of any range, in as many requests as they need. The newest come first.",
            "A date is midnight on the clock of the instrument's own market."
        },
        footer = {
            "",
            "Example: qos history AAPL.US --type 15m --from 2026-09-01 --to 2026-11-01 --csv",
            "Example: qos history 700.HK --bars 5000 --oldest-first --chart tencent.svg"
        })
final class HistoryCommand extends ServiceCommand {
    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private BarOptions bars = new BarOptions();

    @Option(names = "--from", paramLabel = "TIME", description = "Start of the first bar, a date or a time.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "End: bars that start then or later are left out. By default, the newest bar is the last.")
    private @Nullable String to;

    @Option(names = "--bars", paramLabel = "N", description = "Number of bars of each instrument, instead of --from.")
    private @Nullable Long count;

    @Option(names = "--oldest-first", description = "Print the oldest first, after all have come.")
    private boolean oldestFirst;

    @Mixin
    private ChartOptions chart = new ChartOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private HistoryCommand() {}

    @Override
    int run(QosClient client) {
        List<HistoryRange> ranges = ranges();
        chart.check(codes.get());
        boolean printed = !output.isTable() || !chart.isWanted();
        List<String> missing = new ArrayList<>();
        AtomicLong undecodable = new AtomicLong();
        RecordSink sink = output.lines(KLine.class, Column.of(KLine.class), client.moshi());
        try {
            for (HistoryRange range : ranges) {
                walk(
                        client,
                        range,
                        bar -> {
                            chart.add(bar);
                            if (printed) {
                                sink.add(bar);
                            }
                        },
                        missing,
                        undecodable);
            }
        } finally {
            // After a failure, what has come is printed nevertheless.
            sink.close();
        }
        chart.write(bars.length());
        if (undecodable.get() > 0) {
            console().say("left out bars that could not be read: " + undecodable);
        }
        return undecodable.get() > 0 ? Qos.FAILED : complete(missing, List.of());
    }

    private void walk(
            QosClient client, HistoryRange range, Consumer<KLine> bars, List<String> missing, AtomicLong undecodable) {
        long before = undecodable.get();
        try (History history = client.http().history(range);
                ProgressBar bar = new ProgressBar(console(), String.join(" ", range.codes()))) {
            history.onProgress(progress -> {
                undecodable.set(before + progress.undecodable());
                bar.show(progress);
            });
            try (Stream<KLine> stream = history.stream()) {
                stream.forEach(bars);
            }
            missing.addAll(history.missing());
        }
    }

    /** One range for all markets on the same clock, so that a date is midnight in each. */
    private List<HistoryRange> ranges() {
        String start = from;
        Long number = count;
        if ((start == null) == (number == null)) {
            throw usage("give either --from or --bars");
        }
        Map<ZoneId, List<String>> zones = new LinkedHashMap<>();
        codes.get()
                .forEach(code -> zones.computeIfAbsent(MarketClock.of(code), zone -> new ArrayList<>())
                        .add(code));
        List<HistoryRange> ranges = new ArrayList<>();
        zones.forEach((zone, group) -> {
            HistoryRange range = number != null
                    ? HistoryRange.of(bars.type(), number, group)
                    : HistoryRange.of(bars.type(), Moments.read("--from", String.valueOf(start), zone), group);
            range = range.adjustment(bars.adjustment());
            range = to == null ? range : range.to(Moments.read("--to", to, zone));
            ranges.add(oldestFirst ? range.oldestFirst() : range);
        });
        return ranges;
    }
}
