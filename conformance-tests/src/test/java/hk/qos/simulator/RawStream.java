package hk.qos.simulator;

import static org.assertj.core.api.Assertions.fail;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebSocket client that sends given frames and keeps received ones, which it validates against the documents when it
 * closes.
 */
final class RawStream implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private final AtomicInteger fragments = new AtomicInteger();
    private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean judged = true;

    private RawStream(HttpClient client, QosSimulator simulator, String key) {
        this.socket = client.newWebSocketBuilder()
                .header("key", key)
                .buildAsync(simulator.wsUri(), this)
                .join();
    }

    static RawStream open(QosSimulator simulator) {
        return open(simulator, RawHttp.KEY);
    }

    static RawStream open(QosSimulator simulator, String key) {
        return new RawStream(RawHttp.CLIENT, simulator, key);
    }

    static RawStream open(QosSimulator simulator, HttpClient client) {
        return new RawStream(client, simulator, RawHttp.KEY);
    }

    /** The server's answer to a refused upgrade. */
    static HttpResponse<?> refusal(QosSimulator simulator, String key) {
        try {
            open(simulator, key).close();
            return fail("The stream was opened");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse();
            }
            throw e;
        }
    }

    /** Disables validation, for messages that a test makes the simulator send. */
    RawStream unjudged() {
        judged = false;
        return this;
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    /** Sends a frame and waits for the answer to its type. */
    JsonNode ask(String type, String text) {
        send(text);
        return await(m -> m.path("type").asString("").equals(type));
    }

    /** The next push of a kind. */
    JsonNode push(String kind) {
        return await(m -> m.path("tp").asString("").equals(kind));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode message = poll(wanted, PATIENCE_SECONDS * 1000);
        return message != null ? message : fail("Nothing of that kind came");
    }

    /** The first matching message within the time, or null; other messages are dropped. */
    @Nullable
    JsonNode poll(Predicate<JsonNode> wanted, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (true) {
                JsonNode message = messages.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (message == null || wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next text, JSON or not. */
    String text() {
        try {
            String text = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return text != null ? text : fail("Nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    Throwable failure() {
        return broken.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone() || broken.isDone();
    }

    int fragments() {
        return fragments.get();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            texts.add(text);
            if (text.startsWith("{") && text.endsWith("}")) {
                JsonNode message = JsonMapper.shared().readTree(text);
                messages.add(message);
                heard.add(message);
            }
        } else {
            fragments.incrementAndGet();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        broken.complete(error);
    }

    @Override
    public void close() {
        socket.abort();
        if (judged) {
            heard.forEach(MessageValidator::message);
        }
    }
}
