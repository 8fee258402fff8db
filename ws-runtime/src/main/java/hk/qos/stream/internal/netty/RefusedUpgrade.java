package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.ConnectionEnd;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A refused upgrade: ends the connection when the beginning of the body has arrived, or after a short wait. */
final class RefusedUpgrade {
    private static final int MAX_BYTES = 4_096;
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final NettyConnection connection;
    private final int status;
    private final @Nullable Duration retryAfter;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    RefusedUpgrade(NettyConnection connection, int status, @Nullable Duration retryAfter) {
        this.connection = connection;
        this.status = status;
        this.retryAfter = retryAfter;
        connection.lastStep(MAX_WAIT, this::end);
    }

    void read(HttpContent content) {
        byte[] some = new byte[Math.min(content.content().readableBytes(), MAX_BYTES - body.size())];
        content.content().getBytes(content.content().readerIndex(), some);
        body.writeBytes(some);
        if (content instanceof LastHttpContent || body.size() == MAX_BYTES) {
            end();
        }
    }

    /**
     * The connection is cut before the answer has ended. A status of success then proves nothing, so that the connection counts
     * as lost; any other status stands.
     */
    void cut() {
        if (status < 200 || status > 299) {
            end();
        }
    }

    /** Ends the connection now. Calling it again has no effect. */
    void end() {
        connection.end(ConnectionEnd.refused(status, retryAfter, body.toString(StandardCharsets.UTF_8)));
    }
}
