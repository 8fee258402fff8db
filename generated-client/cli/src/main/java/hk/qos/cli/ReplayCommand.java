package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.cli.output.RecordSinks;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.replay.RecordedStream;
import hk.qos.stream.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code replay}. */
@Command(
        name = "replay",
        description = "Plays a recording of 'qos record' and prints its pushes, without network and key.",
        footer = {
            "",
            "Example: qos replay morning.jsonl --speed 10",
            "Example: qos replay morning.jsonl --speed Infinity --kind trades --csv"
        })
final class ReplayCommand implements Callable<Integer> {
    /** What a push is about. */
    enum Kind {
        QUOTES(Snapshot.class),
        TRADES(Trade.class),
        DEPTHS(Depth.class),
        BARS(KLine.class);

        private final Class<? extends Record> type;

        Kind(Class<? extends Record> type) {
            this.type = type;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "2 for twice as fast as recorded, Infinity for no pauses (${DEFAULT-VALUE}).")
    private double speed = 1;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only these pushes: ${COMPLETION-CANDIDATES}. --csv and --json need it.")
    private @Nullable Kind kind;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    private ReplayCommand() {}

    @Override
    @SuppressWarnings("try") // The interrupt acts by being open.
    public Integer call() {
        if (!(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be more than 0: " + speed);
        }
        if (!output.isTable() && kind == null) {
            throw new ParameterException(
                    spec.commandLine(), "--csv and --json need --kind, since each kind has fields of its own");
        }
        RecordedStream recording = RecordedStream.read(file);
        try (Interrupt interrupt = new Interrupt(() -> end.complete(true));
                QosSimulator simulator =
                        QosSimulator.builder().unlimited().withoutPushes().start();
                // On the thread that reads, so that no push replaces another one.
                QosClient client = ServiceOptions.of(simulator).stream(options -> options.directDelivery())
                        .build()) {
            play(recording, simulator, client);
            Qos.console(spec).out().flush();
            return Qos.OK;
        }
    }

    private void play(RecordedStream recording, QosSimulator simulator, QosClient client) {
        Set<String> codes = RecordedCodes.of(recording, client.moshi());
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("FILE has no pushes: " + file);
        }
        QosStream stream = client.stream();
        try (RecordSink sink = sink(client)) {
            subscribe(stream, codes, push -> print(sink, push)).join();
            CompletableFuture<?> played = simulator.play(recording, speed);
            // The answer to a heartbeat comes after all pushes.
            CompletableFuture.anyOf(played.thenCompose(sent -> stream.heartbeat()), end)
                    .join();
        }
    }

    private void print(RecordSink sink, Record push) {
        try {
            if (!end.isDone()) {
                sink.add(push);
            }
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private RecordSink sink(QosClient client) {
        if (output.isTable()) {
            return RecordSinks.eachOnALine(Qos.console(spec).out());
        }
        Class<? extends Record> type = Objects.requireNonNull(kind).type;
        return output.lines(type, Column.of(type), client.moshi());
    }

    /** Subscribes to all that may be in the recording; the future completes when the simulator has accepted it. */
    private CompletableFuture<Void> subscribe(QosStream stream, Set<String> codes, Consumer<Record> listener) {
        List<Subscription<?>> all = new ArrayList<>();
        if (isWanted(Kind.QUOTES)) {
            all.add(stream.subscribeSnapshots(codes, listener::accept));
        }
        if (isWanted(Kind.TRADES)) {
            all.add(stream.subscribeTrades(codes, listener::accept));
        }
        if (isWanted(Kind.DEPTHS)) {
            all.add(stream.subscribeDepths(codes, listener::accept));
        }
        if (isWanted(Kind.BARS)) {
            BarTypes.all().forEach(type -> all.add(stream.subscribeKLines(type, codes, listener::accept)));
        }
        return CompletableFuture.allOf(all.stream().map(Subscription::ready).toArray(CompletableFuture[]::new));
    }

    private boolean isWanted(Kind other) {
        return kind == null || kind == other;
    }
}
