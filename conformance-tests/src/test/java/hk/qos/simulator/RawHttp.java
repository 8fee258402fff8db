package hk.qos.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts what it is told to. */
final class RawHttp {
    static final String KEY = "0123456789abcdef0123456789abcdef";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    RawHttp(QosSimulator simulator) {
        this.base = simulator.httpUri();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, KEY);
    }

    HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path, body).header("key", key));
    }

    JsonNode json(String path, String body) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(post(path, body).body());
    }

    HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
