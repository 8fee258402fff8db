package hk.qos.client;

import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/**
 * A server on the loopback address, and clients of it. Clients of one key and address share their rates for a minute,
 * and a port can come again within it: so each server has its own key.
 */
final class TestServer implements AutoCloseable {
    static final String SNAPSHOT = "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\",\"lp\":\"201.50\"}]}";

    final String key;
    final MockWebServer http = new MockWebServer();

    TestServer() throws Exception {
        this(newKey());
    }

    TestServer(String key) throws Exception {
        this.key = key;
        http.start();
    }

    /** Returns a key that no other client of this process has. */
    static String newKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    QosClientBuilder client() {
        return QosClient.builder().apiKey(key).httpUrl(http.url("/").toString()).retryPolicy(RetryPolicy.none());
    }

    TestServer answer(int code, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        http.enqueue(response.build());
        return this;
    }

    @Override
    public void close() {
        http.close();
    }
}
