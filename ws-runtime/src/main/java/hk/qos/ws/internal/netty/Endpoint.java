package hk.qos.ws.internal.netty;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.StreamProxy;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Where to connect, and under which TLS rules. */
final class Endpoint {
    final URI uri;
    final String host;
    final int port;
    final boolean secure;
    final @Nullable StreamProxy proxy;
    /** Who is connected to: the proxy, or else the server itself. */
    final String firstHost;

    final int firstPort;
    /** Whether compression is offered: no more once the server has answered an offer with what was not in it. */
    boolean compression;

    private final StreamOptions options;
    private @Nullable SslContext context;

    Endpoint(StreamOptions options) {
        this.options = options;
        this.compression = options.isCompression();
        this.uri = options.uri();
        this.secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("wss");
        String named = uri.getHost();
        this.host = named.startsWith("[") ? named.substring(1, named.length() - 1) : named;
        this.port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        this.proxy = options.proxy();
        this.firstHost = proxy == null ? host : proxy.host();
        this.firstPort = proxy == null ? port : proxy.port();
    }

    /** TLS 1.2 or newer, with the host name verified. */
    SslHandler tls(ByteBufAllocator allocator) throws SSLException, GeneralSecurityException {
        SslContext made = context;
        if (made == null) {
            SslContextBuilder builder =
                    SslContextBuilder.forClient().sslProvider(SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2");
            if (!options.trustedCertificates().isEmpty()) {
                builder.trustManager(new AddedTrust(options.trustedCertificates()));
            }
            made = builder.build();
            context = made;
        }
        SslHandler handler = made.newHandler(allocator, host, port);
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        // The connection has deadlines of its own.
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
