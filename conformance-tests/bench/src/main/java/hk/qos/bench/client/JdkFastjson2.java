package hk.qos.bench.client;

import com.alibaba.fastjson2.JSON;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The WebSocket of the JDK, and fastjson2. */
final class JdkFastjson2 implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();
    private final TextPushes pushes;

    private JdkFastjson2(Meter meter) {
        pushes = new TextPushes(JSON::parseObject, meter);
    }

    static AutoCloseable start(URI server, List<String> codes, Meter meter) {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(server, new JdkFastjson2(meter))
                .join();
        for (String command : Commands.subscriptions(codes)) {
            socket.sendText(command, true).join();
        }
        return socket::abort;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        if (last && parts.isEmpty()) {
            pushes.read(text.toString());
        } else {
            parts.append(text);
            if (last) {
                pushes.read(parts.toString());
                parts.setLength(0);
            }
        }
        socket.request(1);
        return null;
    }
}
