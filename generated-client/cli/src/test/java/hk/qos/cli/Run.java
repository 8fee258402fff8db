package hk.qos.cli;

import hk.qos.cli.output.Output;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One run of the program: its surroundings before, its output after. */
final class Run {
    /** A Wednesday. */
    static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CompletableFuture<Boolean> retried = new CompletableFuture<>();
    private final StringWriter err = new StringWriter() {
        @Override
        public void write(String text, int offset, int length) {
            super.write(text, offset, length);
            if (text.contains("next attempt in")) {
                retried.complete(true);
            }
        }
    };
    private final Map<String, String> environment = new HashMap<>();
    private OutputStream sink = out;
    private Terminal terminal = Terminal.NONE;
    private boolean progress;
    private Supplier<QosSimulatorBuilder> simulator = Run::simulator;
    private int status = -1;

    static QosSimulatorBuilder simulator() {
        return QosSimulator.builder().unlimited().clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Runs with the simulator of {@code --simulator}. */
    static Run simulated(String... arguments) {
        return new Run().with(arguments, "--simulator");
    }

    Run environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Run terminal(int rows, int columns) {
        terminal = new Terminal(rows, columns);
        progress = true;
        return this;
    }

    Run simulator(Supplier<QosSimulatorBuilder> other) {
        simulator = other;
        return this;
    }

    Run writesTo(OutputStream stream) {
        sink = stream;
        return this;
    }

    Run with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return start(all);
    }

    Run start(String... arguments) {
        Console console =
                new Console(new Output(sink), new PrintWriter(err, true), environment, terminal, progress, simulator);
        status = Qos.run(console, arguments);
        return this;
    }

    /** Completes when the program says that it will connect again. */
    CompletableFuture<Boolean> retried() {
        return retried;
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString();
    }

    List<String> lines() {
        return out().lines().toList();
    }
}
