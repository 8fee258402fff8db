package hk.qos.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A plain WebSocket client that sends given frames and keeps received ones. It uses nothing of the client under test.
 */
final class PlainWebSocket implements WebSocket.Listener, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration CLOSE_HANDSHAKE = Duration.ofSeconds(5);
    private static final int MAX_WAIT_SECONDS = 10;

    /** Wakes the waiting thread after the end of the connection. */
    private static final JsonNode END = JsonNodeFactory.instance.missingNode();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final Consumer<JsonNode> others;
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile @Nullable String end;

    /**
     * Connects; throws the reason, without the API key, if it cannot.
     *
     * @param others receives unexpected messages; a message that is not JSON is a string
     */
    PlainWebSocket(URI address, String keyName, String key, Consumer<JsonNode> others) {
        this.others = others;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .header(keyName, key)
                .buildAsync(address, this)
                .orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void send(JsonNode frame) {
        drain();
        socket.sendText(frame.toString(), true)
                .orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Gives up the messages that arrived meanwhile. */
    void drain() {
        for (JsonNode message = messages.poll(); message != null; message = messages.poll()) {
            other(message);
        }
    }

    private void other(JsonNode message) {
        if (!message.isMissingNode()) {
            others.accept(message);
        }
    }

    /** The first matching message within the time, or null if there was none or the connection ended. */
    @Nullable
    JsonNode await(Predicate<JsonNode> wanted, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode message = messages.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (message == null || message.isMissingNode()) {
                return null;
            }
            if (wanted.test(message)) {
                return message;
            }
            other(message);
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
            messages.add(read(text));
        }
        webSocket.request(1);
        return null;
    }

    private static JsonNode read(String text) {
        try {
            JsonNode message = JsonMapper.shared().readTree(text);
            return message.isMissingNode() ? JsonNodeFactory.instance.stringNode(text) : message;
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        messages.add(JsonNodeFactory.instance.stringNode("(binary, " + data.remaining() + " bytes)"));
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        end("closed with " + code + (reason.isEmpty() ? "" : ", " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end("lost: " + error.getClass().getSimpleName());
    }

    private void end(String reason) {
        end = reason;
        messages.add(END);
    }

    /** Closes the connection; messages that the server sent before its Close frame are passed to {@code others}. */
    @Override
    public void close() {
        try {
            if (end == null) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                        .orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
                        .join();
                await(message -> false, CLOSE_HANDSHAKE);
            }
        } catch (CompletionException e) {
            // The connection has ended meanwhile.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drain();
        socket.abort();
    }
}
