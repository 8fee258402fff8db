package hk.qos.stream.internal.netty;

import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.TlsSetup;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** The server's address, the proxy and the TLS settings. */
final class Endpoint {
    final URI uri;
    final String host;
    final int port;
    final boolean secure;
    final @Nullable ProxyServer proxy;
    /** The host of the TCP connection: the proxy's, otherwise the server's. */
    final String firstHost;

    final int firstPort;
    /** Whether to offer compression; false after the server agreed to something that was not offered. */
    boolean compression;

    private final StreamSetup options;
    private @Nullable JdkSslContext context;

    Endpoint(StreamSetup options) {
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
    SslHandler tls(ByteBufAllocator allocator) throws GeneralSecurityException {
        JdkSslContext made = context;
        if (made == null) {
            made = context(
                    TlsSetup.of(options.tls(), options.trustedCertificates()).context());
            context = made;
        }
        SslHandler handler = made.newHandler(allocator, host, port);
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        // NettyConnection has the timeout.
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    private static JdkSslContext context(SSLContext jdk) {
        List<String> supported = Arrays.asList(jdk.getSupportedSSLParameters().getProtocols());
        String[] protocols =
                Stream.of("TLSv1.3", "TLSv1.2").filter(supported::contains).toArray(String[]::new);
        boolean client = true;
        boolean startTls = false;
        @Nullable Iterable<String> usualCiphers = null;
        @Nullable ApplicationProtocolConfig noProtocols = null;
        return new JdkSslContext(
                jdk,
                client,
                usualCiphers,
                IdentityCipherSuiteFilter.INSTANCE,
                noProtocols,
                ClientAuth.NONE,
                protocols,
                startTls);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
