package hk.qos.simulator.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates HTTP answers. */
final class Bodies {
    static final String JSON = "application/json; charset=utf-8";

    static final String BYTE_ORDER_MARK = "\ufeff";

    private Bodies() {}

    /** Adds padding to a message, unless it is empty, as a field that the documents do not have. */
    static void pad(ObjectNode message, String padding) {
        if (!padding.isEmpty()) {
            message.put("padding", padding);
        }
    }

    static FullHttpResponse padded(FullHttpResponse response, String padding) {
        if (padding.isEmpty()) {
            return response;
        }
        JsonNode message = JsonMapper.shared().readTree(text(response));
        if (message instanceof ObjectNode object) {
            pad(object, padding);
        }
        return withText(response, message.toString());
    }

    static FullHttpResponse marked(FullHttpResponse response) {
        return withText(response, BYTE_ORDER_MARK + text(response));
    }

    private static String text(FullHttpResponse response) {
        return response.content().toString(StandardCharsets.UTF_8);
    }

    private static FullHttpResponse withText(FullHttpResponse response, String text) {
        FullHttpResponse changed = response.replace(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        changed.headers().set(HttpHeaderNames.CONTENT_LENGTH, changed.content().readableBytes());
        response.release();
        return changed;
    }

    static FullHttpResponse of(int status, String contentType, String body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        return response;
    }
}
