package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Snapshot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code watch}. */
@Command(
        name = "watch",
        description = {
            "Shows quotes as they change, until Ctrl-C.",
            "On a terminal it is a table that redraws; elsewhere, each push is a line."
        },
        footer = {"", "Example: qos watch AAPL.US 700.HK", "Example: qos watch CF:BTCUSDT --json --pushes 100"})
final class WatchCommand extends StreamCommand {
    private static final long REDRAW_MILLIS = 100;

    @Mixin
    private Codes codes = new Codes();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private volatile @Nullable WatchTable table;

    private WatchCommand() {}

    @Override
    int run(QosClient client) throws InterruptedException {
        List<String> watched = codes.get();
        QosStream stream = client.stream();
        follow(stream);
        if (!output.isTable()) {
            try (RecordSink sink = output.lines(Snapshot.class, Column.of(Snapshot.class), client.moshi())) {
                listen(stream, watched, snapshot -> {
                    sink.add(snapshot);
                    console().out().flush();
                });
                await(TimeUnit.DAYS.toMillis(1), () -> {});
            }
        } else if (console().terminal().isPresent()) {
            redraw(stream, watched);
        } else {
            listen(stream, watched, snapshot -> {
                console().out().line(WatchLine.of(snapshot));
                console().out().flush();
            });
            await(TimeUnit.DAYS.toMillis(1), () -> {});
        }
        return ended();
    }

    private interface Handler {
        void handle(Snapshot snapshot);
    }

    private void listen(QosStream stream, List<String> watched, Handler handler) {
        follow(stream.subscribeSnapshots(watched, snapshot -> handle(() -> handler.handle(snapshot))));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Without the quotes of the start, the pushes fill the table.
    private void redraw(QosStream stream, List<String> watched) throws InterruptedException {
        WatchTable shown = new WatchTable(watched, console().colours(), System::nanoTime);
        table = shown;
        Screen screen = new Screen(console().out(), console().terminal());
        listen(stream, watched, shown::update);
        stream.requestSnapshots(watched).thenAccept(now -> now.forEach(shown::fill));
        screen.paint(shown.lines(console().terminal(), count()));
        await(REDRAW_MILLIS, () -> screen.paint(shown.lines(console().terminal(), count())));
        screen.paint(shown.lines(console().terminal(), count()));
    }

    @Override
    void status(String text) {
        WatchTable shown = table;
        if (shown == null) {
            super.status(text);
        } else {
            shown.status(text);
        }
    }
}
