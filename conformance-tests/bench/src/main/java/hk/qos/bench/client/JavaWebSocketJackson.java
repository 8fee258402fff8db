package hk.qos.bench.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Java-WebSocket, and Jackson with its data binding. */
final class JavaWebSocketJackson extends WebSocketClient {
    private final TextPushes pushes;

    private JavaWebSocketJackson(URI server, Meter meter) {
        super(server);
        ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        pushes = new TextPushes(json::readValue, meter);
        setTcpNoDelay(true);
    }

    static AutoCloseable start(URI server, List<String> codes, Meter meter) throws InterruptedException {
        JavaWebSocketJackson client = new JavaWebSocketJackson(server, meter);
        client.connectBlocking();
        Commands.subscriptions(codes).forEach(client::send);
        return client::close;
    }

    @Override
    public void onMessage(String text) {
        pushes.read(text);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failure) {
        System.err.println("Java-WebSocket: " + failure);
    }
}
