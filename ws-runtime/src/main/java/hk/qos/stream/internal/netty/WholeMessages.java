package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.ConnectionEnd;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

/**
 * Aggregates fragments, compressed ones before they are decompressed: Netty's decompressor fails at a fragment that yields no
 * output. Discards the rest of a message that grows too large; a compressed one ends the connection, since the decompressor
 * needs every byte.
 */
final class WholeMessages extends WebSocketFrameAggregator {
    private final NettyConnection connection;

    WholeMessages(int largest, NettyConnection connection) {
        super(largest);
        this.connection = connection;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, WebSocketFrame message) {
        if (message.rsv() != 0) {
            connection.end(ConnectionEnd.of(
                    ConnectionEnd.Kind.TOO_LARGE,
                    "a compressed message is larger than StreamLimits.withMaxMessageBytes allows"));
            return;
        }
        int kept = Math.min(FrameGate.BEGINNING, message.content().readableBytes());
        connection.tooLarge(message.content().slice(message.content().readerIndex(), kept));
    }
}
