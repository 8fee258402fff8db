package hk.qos.stream.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

/** Aggregates fragments. Discards the rest of a message that grows too large. */
final class WholeMessages extends WebSocketFrameAggregator {
    private final NettyConnection connection;

    WholeMessages(int largest, NettyConnection connection) {
        super(largest);
        this.connection = connection;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, WebSocketFrame message) {
        int kept = Math.min(FrameGate.BEGINNING, message.content().readableBytes());
        connection.tooLarge(message.content().slice(message.content().readerIndex(), kept));
    }
}
