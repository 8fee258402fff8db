package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Said;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the server's message in the body of a refused upgrade: in the protocol's form, or plain text; not in a page. */
final class RefusalMessage {
    private static final int MAX_LENGTH = 300;

    private RefusalMessage() {}

    /** The same end with the server's message in it, if the body has one. */
    static ConnectionEnd in(ConnectionEnd end, Dialect dialect) {
        String message = end.body().isBlank() ? null : message(end.body().strip(), dialect);
        if (message == null || message.isBlank()) {
            return end;
        }
        String shown = message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "..." : message;
        return end.saying(new Said(shown, dialect.refusesCredentials(message)));
    }

    private static @Nullable String message(String body, Dialect dialect) {
        try {
            String message = dialect.refusalIn(Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
            if (message != null) {
                return message;
            }
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            // The body is not in the protocol's form.
        }
        return "<{[".indexOf(body.charAt(0)) < 0 ? body : null;
    }
}
