package hk.qos.client;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server on the loopback address, and clients of it. */
final class TestServer implements AutoCloseable {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final String SNAPSHOT = "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\",\"lp\":\"201.50\"}]}";

    final MockWebServer http = new MockWebServer();

    TestServer() throws Exception {
        http.start();
    }

    QosClientBuilder client() {
        return QosClient.builder().apiKey(KEY).httpUrl(http.url("/").toString()).retryPolicy(RetryPolicy.none());
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
