package hk.qos.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain WebSocket client that sends given frames and keeps received ones. It uses nothing of the client under test.
 */
final class PlainWebSocket implements WebSocket.Listener, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile @Nullable String end;

    /** Connects; throws the reason, without the API key, if it cannot. */
    PlainWebSocket(URI address, String keyName, String key) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .header(keyName, key)
                .buildAsync(address, this)
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void send(JsonNode frame) {
        messages.clear();
        socket.sendText(frame.toString(), true)
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The first matching message within the time, or null; other messages are dropped. */
    @Nullable
    JsonNode await(Predicate<JsonNode> wanted, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode message = messages.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (message == null || wanted.test(message)) {
                return message;
            }
        }
    }

    /** The reason of the connection's end, or null while it is open. */
    @Nullable
    String end() {
        return end;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            try {
                messages.add(JsonMapper.shared().readTree(text));
            } catch (JacksonException e) {
                end = "a frame that is not JSON";
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        end = "closed with " + code;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end = "lost: " + error.getClass().getSimpleName();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
