package hk.qos.stream.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

/** Puts fragments together. Of a message that grows too large the rest is thrown away as it comes. */
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
