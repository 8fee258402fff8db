package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Said;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a server says when it refuses the upgrade: in the words of its protocol, or in plain text. A page says nothing. */
final class RefusalWords {
    private static final int LONGEST = 300;

    private RefusalWords() {}

    /** The same end with what was said in it. */
    static ConnectionEnd in(ConnectionEnd end, Dialect dialect) {
        String words = end.body().isBlank() ? null : words(end.body().strip(), dialect);
        if (words == null || words.isBlank()) {
            return end;
        }
        String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
        return end.saying(new Said(shown, dialect.refusesCredentials(words)));
    }

    private static @Nullable String words(String body, Dialect dialect) {
        try {
            String words = dialect.refusalIn(Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
            if (words != null) {
                return words;
            }
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            // No body of this protocol.
        }
        return "<{[".indexOf(body.charAt(0)) < 0 ? body : null;
    }
}
