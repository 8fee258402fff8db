package hk.qos.bench;

import hk.qos.bench.client.Clients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the SDK and the clients that a Java user could pick instead, in turn, and prints a table for each rate. Writes
 * {@code bench.json} and {@code bench.svg} into the folder of its first argument; the second one is whether to measure less. Compare ratios of one run, never times of two.
 */
public final class Bench {
    private static final int CHECKED = 10_000;

    private final Settings settings;
    private final Map<Integer, Map<Clients, Figures>> results = new TreeMap<>();

    private Bench(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        boolean quick = Boolean.parseBoolean(arguments[1]);
        Bench bench = new Bench(quick ? Settings.quick() : Settings.full());
        bench.checkContent();
        bench.measure(0);
        for (int rate : bench.settings.rates()) {
            bench.measure(rate);
        }
        System.out.println(bench.settings.http().table());
        Report report = new Report(bench.results);
        Files.writeString(folder.resolve("bench.json"), report.json());
        Files.writeString(folder.resolve("bench.svg"), Chart.of(bench.results.get(0)));
        System.out.println(report.verdict());
    }

    /** Each client must have decoded the same content, otherwise the comparison would be worth nothing. */
    private void checkContent() throws Exception {
        Map<Clients, Long> sums = new EnumMap<>(Clients.class);
        for (Clients client : Clients.values()) {
            if (client.decodes() && client != Clients.SDK_DEFAULT) { // It may leave out pushes that are replaced.
                sums.put(client, new Run(client, 0, 0, CHECKED, true).sample().checksum());
            }
        }
        if (sums.values().stream().distinct().count() != 1) {
            throw new IllegalStateException("the clients decoded different content: " + sums);
        }
        System.out.println("All clients decode the same content.");
    }

    private void measure(int rate) throws Exception {
        Map<Clients, List<Sample>> samples = new EnumMap<>(Clients.class);
        int warmUp = rate == 0 ? settings.warmUp() : rate * settings.seconds();
        int pushes = rate == 0 ? settings.pushes() : rate * settings.seconds();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Clients client : Clients.values()) {
                samples.computeIfAbsent(client, first -> new ArrayList<>())
                        .add(new Run(client, rate, warmUp, pushes, false).sample());
            }
        }
        Map<Clients, Figures> figures = new EnumMap<>(Clients.class);
        samples.forEach((client, list) -> figures.put(client, new Figures(list)));
        results.put(rate, figures);
        System.out.println(Report.table(rate, figures));
    }
}
