package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Which thread reads the answer of a blocking call, seen by the server, which looks while it answers. */
final class WarmConnectionTest {
    private final Thread caller = Thread.currentThread();
    private final List<Boolean> onCaller = new ArrayList<>();

    private void calls(QosClientBuilder builder, TestServer server) {
        server.http.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                onCaller.add(Stream.of(caller.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("okhttp3.")));
                return new MockResponse.Builder().body(TestServer.SNAPSHOT).build();
            }
        });
        try (QosClient client = builder.build()) {
            client.http().snapshots("US:AAPL");
            client.http().snapshots("US:AAPL");
            client.http().async().snapshots("US:AAPL").join();
        }
    }

    @Test
    void blockingCallUsesItsOwnThreadOnceAConnectionIsReady() throws Exception {
        try (TestServer server = new TestServer()) {
            calls(server.client(), server);
            assertThat(onCaller).containsExactly(false, true, false);
        }
    }

    @Test
    void clientOfTheCallerNeverUsesTheCallersThread() throws Exception {
        try (TestServer server = new TestServer()) {
            calls(server.client().okHttpClient(new OkHttpClient()), server);
            assertThat(onCaller).containsExactly(false, false, false);
        }
    }
}
