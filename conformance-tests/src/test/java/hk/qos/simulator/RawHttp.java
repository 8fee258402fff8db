package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends given requests. Answers that are read as JSON are validated against the documents. */
final class RawHttp {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient client;
    private final URI base;

    RawHttp(QosSimulator simulator) {
        this(simulator, CLIENT);
    }

    RawHttp(QosSimulator simulator, HttpClient client) {
        this.base = simulator.httpUri();
        this.client = client;
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, KEY);
    }

    HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path, body).header("key", key));
    }

    /** The answer with any status. */
    JsonNode json(String path, String body) throws IOException, InterruptedException {
        JsonNode answer = JsonMapper.shared().readTree(post(path, body).body());
        MessageValidator.answer(path, answer);
        return answer;
    }

    /** The payload of a successful answer; fails on a refusal. */
    JsonNode data(String path, String body) throws IOException, InterruptedException {
        JsonNode answer = json(path, body);
        assertThat(answer.path("msg").asString()).as(path + " " + body).isEqualTo("OK");
        return answer.path("data");
    }

    /** The first row of such a payload. */
    JsonNode row(String path, String body) throws IOException, InterruptedException {
        return data(path, body).path(0);
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
