package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.RetryAfter;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answer to the upgrade. For a status other than 101 it reads the beginning of the body, for the server's
 * message. It skips informational answers such as 103.
 */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {
    private final WebSocketClientHandshaker handshaker;
    private final Endpoint endpoint;
    private final NettyConnection connection;
    private final Runnable addFrameHandlers;
    private @Nullable HttpResponse accepted;
    private @Nullable RefusedUpgrade refused;

    UpgradeHandler(
            WebSocketClientHandshaker handshaker,
            Endpoint endpoint,
            NettyConnection connection,
            Runnable addFrameHandlers) {
        this.handshaker = handshaker;
        this.endpoint = endpoint;
        this.connection = connection;
        this.addFrameHandlers = addFrameHandlers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpResponse response) {
                read(response);
            }
            if (message instanceof HttpContent content && refused != null) {
                refused.read(content);
            }
            if (message instanceof LastHttpContent && accepted != null && !connection.isEnded()) {
                finish(context, accepted);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpResponse response) {
        if (response.decoderResult().isFailure()) {
            connection.end(ConnectionFailures.notHttp(
                    endpoint, response.decoderResult().cause()));
        } else if (response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            accepted = response;
        } else if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            HttpHeaders headers = response.headers();
            Duration wait = RetryAfter.parse(
                    headers.get(HttpHeaderNames.RETRY_AFTER), headers.get(HttpHeaderNames.DATE), connection.now());
            refused = new RefusedUpgrade(connection, response.status().code(), wait);
        }
    }

    private void finish(ChannelHandlerContext context, HttpResponse response) {
        String extensions = response.headers().get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
        if (extensions != null && !endpoint.compression) {
            // RFC 6455, section 4.1. Netty checks this only if extensions were offered.
            connection.end(ConnectionEnd.of(
                    ConnectionEnd.Kind.UPGRADE_INVALID,
                    "the upgrade was answered wrongly: the server agreed to an extension that was not offered: "
                            + extensions));
            return;
        }
        try {
            handshaker.finishHandshake(
                    context.channel(),
                    new DefaultFullHttpResponse(
                            response.protocolVersion(),
                            response.status(),
                            Unpooled.EMPTY_BUFFER,
                            response.headers(),
                            EmptyHttpHeaders.INSTANCE));
        } catch (RuntimeException e) {
            connection.end(ConnectionFailures.upgrading(e));
            return;
        }
        addFrameHandlers.run();
        context.pipeline().remove(this);
        connection.opened();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (refused != null) {
            refused.cut();
        }
        connection.end(ConnectionEnd.of(ConnectionEnd.Kind.LOST, "the connection was cut during the upgrade"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CodecException && !(cause instanceof DecoderException)) {
            // The server agreed to an extension that was not offered. The next attempt offers none.
            endpoint.compression = false;
        }
        if (refused != null) {
            refused.cut();
        }
        connection.end(ConnectionFailures.upgrading(cause));
    }
}
