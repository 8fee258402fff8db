package hk.qos.bench.client;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.ToJson;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** The WebSocket of OkHttp, and Moshi with its reflection. */
final class OkHttpMoshi extends WebSocketListener {
    private final Moshi moshi = new Moshi.Builder().add(new Decimals()).build();
    private final Map<Class<?>, JsonAdapter<?>> adapters = new ConcurrentHashMap<>();
    private final TextPushes pushes;

    private OkHttpMoshi(Meter meter) {
        pushes = new TextPushes(
                new TextPushes.Parser() {
                    @Override
                    @SuppressWarnings("unchecked") // the adapter of the class
                    public <T> T parse(String text, Class<T> type) throws Exception {
                        return (T)
                                adapters.computeIfAbsent(type, moshi::adapter).fromJson(text);
                    }
                },
                meter);
    }

    static AutoCloseable start(URI server, List<String> codes, Meter meter) {
        OkHttpClient client = new OkHttpClient();
        Request request = new Request.Builder().url(server.toString()).build();
        WebSocket socket = client.newWebSocket(request, new OkHttpMoshi(meter));
        Commands.subscriptions(codes).forEach(socket::send);
        return socket::cancel;
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        pushes.read(text);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, Response response) {
        if (!"Socket closed".equals(failure.getMessage()) && !"Canceled".equals(failure.getMessage())) {
            System.err.println("OkHttp: " + failure);
        }
    }

    /** Decimals as text. */
    static final class Decimals {
        @FromJson
        BigDecimal decimal(String text) {
            return new BigDecimal(text);
        }

        @ToJson
        String text(BigDecimal decimal) {
            return decimal.toPlainString();
        }
    }
}
