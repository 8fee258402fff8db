package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.ConnectionEnd;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** Passes complete messages to the listener. Answers pings and Close frames itself, without pacing. */
final class FrameHandler extends ChannelInboundHandlerAdapter {
    private final NettyConnection connection;

    FrameHandler(NettyConnection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!connection.isEnded()) {
                read(context, message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame && frame.rsv() != 0) {
            connection.end(ConnectionEnd.of(
                    ConnectionEnd.Kind.PROTOCOL,
                    "the server broke the WebSocket protocol: it compresses without agreement"));
        } else if (message instanceof TextWebSocketFrame text) {
            connection.listener().onText(text.content());
        } else if (message instanceof PingWebSocketFrame ping) {
            answer(context, ping);
            connection.listener().onControl();
        } else if (message instanceof PongWebSocketFrame) {
            connection.listener().onControl();
        } else if (message instanceof CloseWebSocketFrame close) {
            closed(context, close);
        } else if (message instanceof BinaryWebSocketFrame) {
            connection.listener().onBinary();
        }
    }

    /** Drops the answer if the peer does not read, since it would be queued in memory. */
    private static void answer(ChannelHandlerContext context, PingWebSocketFrame ping) {
        if (context.channel().isWritable()) {
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()))
                    .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }

    /** Writes keep their order, so the echo is sent before the socket is closed. */
    private void closed(ChannelHandlerContext context, CloseWebSocketFrame close) {
        int status = close.statusCode() < 0 ? ConnectionEnd.NO_STATUS : close.statusCode();
        CloseWebSocketFrame echo =
                status == ConnectionEnd.NO_STATUS ? new CloseWebSocketFrame() : new CloseWebSocketFrame(status, "");
        context.writeAndFlush(echo).addListener(ChannelFutureListener.CLOSE);
        connection.end(ConnectionEnd.closed(status, close.reasonText()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.end(ConnectionFailures.lost(null));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        connection.end(ConnectionFailures.lost(cause));
    }
}
