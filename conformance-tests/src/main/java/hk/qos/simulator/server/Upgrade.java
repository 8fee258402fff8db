package hk.qos.simulator.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** Upgrades an HTTP connection to a stream. */
@SuppressWarnings("FutureReturnValueIgnored") // A failed write ends the connection; nothing else is to be done.
final class Upgrade {
    private static final int LARGEST_MESSAGE = 1 << 20;

    private Upgrade() {}

    static void accept(ChannelHandlerContext context, FullHttpRequest request, ServerContext server, String key) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        request.uri(), null, false, LARGEST_MESSAGE)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        StreamSession session = new StreamSession(
                server, context.channel(), server.connections().nextId(), key);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addLast(new Utf8FrameValidator(), new WebSocketFrameAggregator(LARGEST_MESSAGE), session);
        server.connections().add(session);
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
