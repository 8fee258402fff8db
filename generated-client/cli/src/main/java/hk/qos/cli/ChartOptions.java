package hk.qos.cli;

import hk.qos.cli.chart.BarChart;
import hk.qos.client.model.KLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The chart of a command, if it is wanted. */
final class ChartOptions {
    /** More charts below one another than anybody looks at. */
    private static final int MAX_CODES = 20;

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Write candles and volumes to an SVG file, which browsers show, instead of a table.")
    private @Nullable Path file;

    private final Map<String, List<KLine>> bars = new LinkedHashMap<>();

    ChartOptions() {}

    boolean isWanted() {
        return file != null;
    }

    /** Refuses a chart that cannot be written, before anything is requested. */
    void check(List<String> codes) {
        Path target = file;
        if (target == null) {
            return;
        }
        if (codes.size() > MAX_CODES) {
            throw new ParameterException(
                    command.commandLine(),
                    "--chart shows at most " + MAX_CODES + " instruments: " + codes.size() + " were given");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new ParameterException(
                    command.commandLine(), "--chart must be a file in a folder that exists: " + target);
        }
    }

    /** Remembers a bar for the chart. */
    void add(KLine bar) {
        if (file != null) {
            bars.computeIfAbsent(bar.code(), code -> new ArrayList<>()).add(bar);
        }
    }

    /** Writes the chart of all bars that were added. */
    void write(String length) {
        Path target = file;
        if (target == null) {
            return;
        }
        try {
            Files.writeString(target, BarChart.svg(bars, length));
        } catch (IOException e) {
            throw new UncheckedIOException("--chart: cannot write " + target + ": " + e.getMessage(), e);
        }
        Qos.console(command).say("wrote " + target);
    }
}
