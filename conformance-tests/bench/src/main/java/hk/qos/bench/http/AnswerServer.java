package hk.qos.bench.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import hk.qos.bench.load.Pushes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers each request of a path with the same text: snapshots of ten codes, and a series of 10,000 bars. Prints
 * {@code PORT <number>}; ends with its input.
 */
public final class AnswerServer {
    private static final int SNAPSHOTS = 10;
    private static final int BARS = 10_000;
    private static final int DIFFERENT_BARS = 500;
    private static final int FIRST_BAR = 1_000_000_000;

    private AnswerServer() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // Otherwise many answers take 40 ms.
        ObjectMapper json = new ObjectMapper();
        ArrayNode snapshots = json.createArrayNode();
        ArrayNode bars = json.createArrayNode();
        List<String> texts = Pushes.texts(DIFFERENT_BARS * Pushes.ROUND, List.of("US:A"));
        for (int i = 0; bars.size() < BARS; i++) {
            ObjectNode push = (ObjectNode) json.readTree(texts.get(i % texts.size()));
            String tag = push.remove("tp").textValue();
            if (tag.equals("K")) {
                bars.add(push.put("ts", FIRST_BAR + bars.size() * 60));
            } else if (tag.equals("S") && snapshots.size() < SNAPSHOTS) {
                snapshots.add(push.put("c", "US:" + (char) ('A' + snapshots.size())));
            }
        }
        ArrayNode series = json.createArrayNode();
        series.addObject().put("c", "US:A").set("k", bars);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/snapshot", snapshots);
        answer(server, "/history", series);
        server.start();
        System.out.println("PORT " + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // The benchmark closes this stream at its end.
        }
        server.stop(0);
    }

    private static void answer(HttpServer server, String path, ArrayNode data) {
        byte[] body = ("{\"msg\":\"OK\",\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange;
                    InputStream request = exchange.getRequestBody()) {
                request.readAllBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
