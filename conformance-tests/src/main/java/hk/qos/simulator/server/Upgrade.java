package hk.qos.simulator.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** Turns an HTTP connection into a stream. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the connection, and that is all there is to do.
final class Upgrade {
    private static final int LARGEST_MESSAGE = 1 << 20;

    private Upgrade() {}

    static void accept(ChannelHandlerContext context, FullHttpRequest request, ServerContext desk, String key) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        request.uri(), null, false, LARGEST_MESSAGE)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        StreamSession session =
                new StreamSession(desk, context.channel(), desk.connections().nextId(), key);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addLast(new Utf8FrameValidator(), new WebSocketFrameAggregator(LARGEST_MESSAGE), session);
        desk.connections().add(session);
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                pipeline.remove(context.handler());
                session.open();
            } else {
                context.close();
            }
        });
    }
}
