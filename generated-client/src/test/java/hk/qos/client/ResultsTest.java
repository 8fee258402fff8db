package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import hk.qos.client.model.Snapshot;
import hk.qos.error.MalformedJsonException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {

    private static void answer(TestServer server, String json) {
        server.http.enqueue(new MockResponse.Builder().body(json).build());
    }

    @Test
    void resultsAreAnUnmodifiableList() {
        Results<String> results = Results.of(List.of("a", "b")).withMissing(List.of("US:X"));

        assertThat(results).isEqualTo(List.of("a", "b")).hasToString("[a, b]");
        assertThat(results.hashCode()).isEqualTo(List.of("a", "b").hashCode());
        assertThatThrownBy(() -> results.add("c")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Results.empty()).isEmpty();
        assertThat(Results.empty().missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"msg\":\"OK\"}", "{\"msg\":\"OK\",\"data\":null}", "\ufeff{\"msg\":\"OK\",\"data\":[]}"})
    void answerWithoutDataIsEmpty(String json) throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().build()) {
            answer(server, json);
            Results<Snapshot> none = client.http().snapshots("US:AAPL");
            assertThat(none).isEmpty();
            assertThat(none.missing()).containsExactly("US:AAPL");
        }
    }

    @Test
    void mapWithoutDataIsEmptyAndNamesMissingKeys() throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().build()) {
            answer(server, "{\"msg\":\"OK\",\"data\":null}");

            ResultsMap<Market, List<Product>> none = client.http().productList(Market.HK, Market.US);

            assertThat(none).isEmpty();
            assertThat(none.missing()).containsExactly(Market.HK, Market.US);
        }
    }

    @Test
    void mapReportsMissingUnrecognizedAndUndecodableEntries() throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().build()) {
            answer(server, """
                    {"msg":"OK","data":{"HK":[{"name":"no code"},{"code":"HK:00700"}],
                      "XA":[{"code":"XA:1"}],"XB":[{"code":"XB:2"}]}}""");

            ResultsMap<Market, List<Product>> products = client.http().productList(Market.HK, Market.US, Market.US);

            assertThat(products).containsOnlyKeys(Market.HK);
            assertThat(products.get(Market.HK)).extracting(Product::code).containsExactly("HK:700");
            assertThat(products.missing()).containsExactly(Market.US);
            assertThat(products.undecodable()).extracting(Undecodable::path).containsExactly("$.data.HK[0]");
            assertThat(products.unrecognized()).containsOnlyKeys("XA", "XB");
            assertThat(products.unrecognized().get("XB"))
                    .extracting(Product::code)
                    .containsExactly("XB:2");
            assertThat(products).isEqualTo(Map.of(Market.HK, products.get(Market.HK)));
        }
    }

    @Test
    void elementIsFoundByAnySpellingOfItsCode() throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().build()) {
            answer(server, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\"},{\"c\":\"HK:00700\",\"lp\":\"1\"}]}");

            Results<Snapshot> snapshots = client.http().snapshots("HK:700", "US:AAPL", "US:TSLA");

            assertThat(snapshots.find("HK:700")).contains(snapshots.get(0));
            assertThat(snapshots.find("HK:00700")).contains(snapshots.get(0));
            assertThat(snapshots.find("US:aapl")).contains(snapshots.get(1));
            assertThat(snapshots.find("US:TSLA")).isEmpty();
            assertThatThrownBy(() -> snapshots.find("700"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"700\"");
            assertThat(Results.of(List.of("text")).find("US:AAPL")).isEmpty();
        }
    }

    @Test
    void metricsCountUndecodableElements() throws Exception {
        List<String> counted = new CopyOnWriteArrayList<>();
        HttpMetrics metrics = new HttpMetrics() {
            @Override
            public void undecodable(Operation operation, int elements) {
                counted.add(operation.methodName() + " " + elements);
            }
        };
        try (TestServer server = new TestServer();
                QosClient client = server.client().httpMetrics(metrics).build()) {
            answer(server, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\"},{\"c\":\"US:TSLA\",\"lp\":\"x\"},{}]}");
            assertThat(client.http().snapshots("US:AAPL", "US:TSLA")).hasSize(1);
            answer(server, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\"}]}");
            assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
        }
        assertThat(counted).containsExactly("snapshots 2");
    }

    @Test
    void strictDecodingFailsAnAnswerWithAnUndecodableElement() throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().strictDecoding(true).build()) {
            answer(server, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\"},{\"c\":\"US:TSLA\",\"lp\":\"x\"}]}");
            assertThatThrownBy(() -> client.http().snapshots("US:AAPL", "US:TSLA"))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageContaining("$.data[1].lp");
        }
    }

    @Test
    void cancellingTheFutureCancelsTheRequest() throws Exception {
        try (TestServer server = new TestServer();
                QosClient client = server.client().build()) {
            var future = client.http().async().snapshots("US:AAPL");
            future.cancel(true);
            assertThat(future).isCancelled();
        }
    }
}
