package hk.qos.stream.internal.netty;

import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.StreamSetup;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionDecoder;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The handlers of a connection at each step. */
final class Pipelines {
    private static final String ATTEMPT = "attempt";
    private static final int MAX_LINE_LENGTH = 8_192;
    private static final int MAX_HEADERS_LENGTH = 32_768;
    private static final int MAX_CHUNK_SIZE = 8_192;

    private Pipelines() {}

    /** Handlers until the TCP connection is made. */
    static void connecting(Channel channel, Endpoint endpoint, SocketAddress address, NettyConnection connection) {
        ChannelPipeline pipeline = channel.pipeline();
        ProxyServer proxy = endpoint.proxy;
        if (proxy != null) {
            ProxyHandler handler = handler(proxy, address);
            handler.setConnectTimeoutMillis(0);
            pipeline.addLast(handler);
        }
        pipeline.addLast(ATTEMPT, new AttemptHandler(endpoint, connection));
    }

    /** Adds TLS. */
    static void secure(Channel channel, SslHandler tls) {
        channel.pipeline().addBefore(ATTEMPT, null, tls);
    }

    private static ProxyHandler handler(ProxyServer proxy, SocketAddress address) {
        String user = proxy.user();
        String password = proxy.password();
        boolean credentials = user != null && password != null;
        return switch (proxy.kind()) {
            case HTTP_CONNECT ->
                credentials ? new HttpProxyHandler(address, user, password) : new HttpProxyHandler(address);
            case SOCKS5 ->
                credentials ? new Socks5ProxyHandler(address, user, password) : new Socks5ProxyHandler(address);
        };
    }

    /** Replaces the handlers by those of HTTP and sends the upgrade request with the headers. */
    static void upgrade(Channel channel, StreamSetup options, Endpoint endpoint, NettyConnection connection) {
        int largest = options.limits().maxMessageBytes();
        HttpHeaders headers = new DefaultHttpHeaders();
        options.headers().forEach(headers::set);
        WebSocketClientHandshaker handshaker = handshaker(endpoint, endpoint.compression, headers, largest);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.remove(ATTEMPT);
        pipeline.addLast(new HttpClientCodec(MAX_LINE_LENGTH, MAX_HEADERS_LENGTH, MAX_CHUNK_SIZE));
        if (endpoint.compression) {
            pipeline.addLast(compression(largest));
        }
        pipeline.addLast(new UpgradeHandler(handshaker, endpoint, connection, () -> {
            String decoder = pipeline.context(WebSocket13FrameDecoder.class).name();
            pipeline.addBefore(decoder, null, new FrameGate(largest, connection));
            ChannelHandlerContext decompressor = pipeline.context(WebSocketExtensionDecoder.class);
            WholeMessages aggregator = new WholeMessages(largest, connection);
            if (decompressor == null) {
                pipeline.addLast(aggregator);
            } else {
                pipeline.addBefore(decompressor.name(), null, aggregator);
            }
            pipeline.addLast(new FrameHandler(connection));
        }));
        handshaker.handshake(channel).addListener(sent -> {
            if (!sent.isSuccess()) {
                connection.end(ConnectionFailures.upgrading(sent.cause()));
            }
        });
    }

    /** Accepts every answer that RFC 7692 allows, except a client window size, which is not offered. */
    private static WebSocketClientExtensionHandler compression(int largest) {
        int level = 6;
        boolean ownWindow = false;
        boolean ownNoContext = true;
        boolean serverNoContext = false;
        return new WebSocketClientExtensionHandler(new PerMessageDeflateClientExtensionHandshaker(
                level,
                ownWindow,
                PerMessageDeflateServerExtensionHandshaker.MAX_WINDOW_SIZE,
                ownNoContext,
                serverNoContext,
                largest));
    }

    private static WebSocketClientHandshaker handshaker(
            Endpoint endpoint, boolean extensions, HttpHeaders headers, int largest) {
        @Nullable String noSubprotocol = null;
        boolean mask = true;
        boolean allowMasked = false;
        long noForcedClose = 0;
        boolean absoluteUrl = false;
        boolean origin = false;
        return WebSocketClientHandshakerFactory.newHandshaker(
                endpoint.uri,
                WebSocketVersion.V13,
                noSubprotocol,
                extensions,
                headers,
                largest,
                mask,
                allowMasked,
                noForcedClose,
                absoluteUrl,
                origin);
    }
}
