package hk.qos.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import hk.qos.bench.client.Clients;
import java.util.Map;

/** The figures as tables, as JSON, and in one line. */
record Report(Map<Integer, Map<Clients, Figures>> results) {
    private static final String ROW = "| %-28s | %-20s | %-12s | %-10s | %-18s | %-16s |%n";

    static String table(int rate, Map<Clients, Figures> figures) {
        StringBuilder text = new StringBuilder(
                rate == 0 ? "\nAs fast as the connection allows\n\n" : "\n" + rate + " pushes a second\n\n");
        String last = rate == 0 ? "thousand pushes/s" : "age p50, p99 in µs";
        text.append(ROW.formatted("client", "CPU µs a push", "of best peer", "B a push", last, "server's CPU µs"));
        text.append("|---|---|---|---|---|---|\n");
        double best = bestPeer(figures);
        figures.forEach((client, each) -> text.append(ROW.formatted(
                client.title(),
                each.range("%.2f", Sample::cpuMicros),
                "%.2f".formatted(each.cpu() / best),
                "%.0f".formatted(each.bytes()),
                rate == 0
                        ? "%.0f".formatted(each.perSecond() / 1_000)
                        : "%.0f, %.0f".formatted(each.median(Sample::medianAge), each.median(Sample::highAge)),
                "%.2f".formatted(each.median(Sample::serverMicros)))));
        return text.toString();
    }

    static double bestPeer(Map<Clients, Figures> figures) {
        return figures.entrySet().stream()
                .filter(entry -> entry.getKey().isPeer())
                .mapToDouble(entry -> entry.getValue().cpu())
                .min()
                .orElseThrow();
    }

    /** One line for scripts. */
    String verdict() {
        Map<Clients, Figures> fast = results.get(0);
        Figures direct = fast.get(Clients.SDK_DIRECT);
        return "bench: %.2f µs CPU a push, %.0f B allocated; %.2f of the best peer, %.2f of the frame counter"
                .formatted(
                        direct.cpu(),
                        direct.bytes(),
                        direct.cpu() / bestPeer(fast),
                        direct.cpu() / fast.get(Clients.FRAME_COUNTER).cpu());
    }

    String json() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode all = json.createArrayNode();
        results.forEach((rate, figures) -> figures.forEach((client, each) -> each.samples()
                .forEach(sample -> all.addObject()
                        .put("rate", rate)
                        .put("client", client.title())
                        .put("cpuMicros", sample.cpuMicros())
                        .put("bytes", sample.bytes())
                        .put("perSecond", sample.perSecond())
                        .put("medianAgeMicros", sample.medianAge())
                        .put("p99AgeMicros", sample.highAge())
                        .put("serverCpuMicros", sample.serverMicros()))));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
