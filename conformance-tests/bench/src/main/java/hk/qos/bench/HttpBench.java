package hk.qos.bench;

import hk.qos.bench.http.AnswerServer;
import hk.qos.bench.http.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** HTTP calls through the SDK, compared with OkHttp and the SDK's Moshi adapters called by hand. */
record HttpBench(int rounds, int shortCalls, int longCalls) {
    /** CPU time in µs and bytes of one call. */
    private record Cost(double micros, double bytes) {}

    String table() throws IOException {
        StringBuilder text = new StringBuilder(
                "\nHTTP\n\n| call | CPU µs: SDK, by hand | ratio | bytes: SDK, by hand | ratio |\n|---|---|---|---|---|\n");
        try (ForkedJvm server = new ForkedJvm(AnswerServer.class)) {
            String port = server.wordsAfter("PORT")[0];
            text.append(row("snapshots of 10 codes", port, "snapshots", shortCalls));
            text.append(row("history of 10,000 bars", port, "history", longCalls));
        }
        return text.toString();
    }

    private String row(String title, String port, String operation, int calls) throws IOException {
        List<Cost> sdk = new ArrayList<>();
        List<Cost> byHand = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            sdk.add(cost(port, operation, true, calls));
            byHand.add(cost(port, operation, false, calls));
        }
        Cost one = median(sdk);
        Cost other = median(byHand);
        return "| %s | %.0f, %.0f | %.2f | %.0f, %.0f | %.2f |%n"
                .formatted(
                        title,
                        one.micros,
                        other.micros,
                        one.micros / other.micros,
                        one.bytes,
                        other.bytes,
                        one.bytes / other.bytes);
    }

    private static Cost median(List<Cost> costs) {
        double[] micros = costs.stream().mapToDouble(Cost::micros).sorted().toArray();
        double[] bytes = costs.stream().mapToDouble(Cost::bytes).sorted().toArray();
        return new Cost(micros[micros.length / 2], bytes[bytes.length / 2]);
    }

    private static Cost cost(String port, String operation, boolean bySdk, int calls) throws IOException {
        String count = Integer.toString(calls);
        try (ForkedJvm caller = new ForkedJvm(Caller.class, port, operation, Boolean.toString(bySdk), count, count)) {
            String[] result = caller.wordsAfter("RESULT");
            return new Cost(Double.parseDouble(result[0]) / calls / 1_000, Double.parseDouble(result[1]) / calls);
        }
    }
}
