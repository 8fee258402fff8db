package hk.qos.client;

import hk.qos.client.internal.http.ApiKey;
import hk.qos.client.internal.http.ExchangeLog;
import hk.qos.client.internal.http.Interceptors;
import hk.qos.client.internal.http.SocketTimeouts;
import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.StreamTls;
import hk.qos.stream.spi.TlsSetup;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The OkHttp client of a {@link QosClient}: its own, or one derived from the caller's, which keeps its connections. */
final class HttpConnections implements AutoCloseable {
    private final OkHttpClient client;
    private final HttpThreads threads;
    private final boolean isOwn;

    private HttpConnections(OkHttpClient client, HttpThreads threads, boolean isOwn) {
        this.client = client;
        this.threads = threads;
        this.isOwn = isOwn;
    }

    /**
     * @param key removed from exceptions and log lines
     * @param keyless absolute paths of operations without API key
     * @param unrepeatable absolute paths of operations that change something on the server
     */
    static HttpConnections of(
            QosClientBuilder set,
            Endpoints to,
            String keyHeader,
            ApiKey key,
            Set<String> keyless,
            Set<String> unrepeatable) {
        HttpThreads threads = new HttpThreads();
        OkHttpClient.Builder http = set.okHttpClient == null
                ? new OkHttpClient.Builder().dispatcher(new Dispatcher(threads))
                : set.okHttpClient.newBuilder();
        addTimeouts(http, set);
        addTls(http, set);
        addProxy(http, to.httpProxy(), set.okHttpClient != null);
        Interceptors.addTo(
                http,
                key,
                to.httpProxy().address(),
                set.maxAnswerBytes,
                url -> !unrepeatable.contains(url.encodedPath()));
        http.interceptors().add(0, new ExchangeLog(key));
        if (set.apiKey != null) {
            http.addNetworkInterceptor(new KeyHeader(keyHeader, set.apiKey, key, to.httpUrl(), keyless));
        }
        return new HttpConnections(http.build(), threads, set.okHttpClient == null);
    }

    /** OkHttp's call timeout bounds one attempt. */
    private static void addTimeouts(OkHttpClient.Builder http, QosClientBuilder set) {
        HttpTimeouts timeouts = set.httpTimeouts;
        if (timeouts == null && set.okHttpClient == null) {
            timeouts = HttpTimeouts.defaults();
        }
        if (timeouts != null) {
            http.connectTimeout(timeouts.connect())
                    .readTimeout(timeouts.read())
                    .writeTimeout(timeouts.write())
                    .callTimeout(timeouts.attempt());
        } else if (set.okHttpClient != null && set.okHttpClient.callTimeoutMillis() == 0) {
            http.callTimeout(HttpTimeouts.defaults().attempt());
        }
    }

    private static void addTls(OkHttpClient.Builder http, QosClientBuilder set) {
        StreamTls tls = set.tls.build();
        if (tls == StreamTls.defaults() && set.tls.trusted().isEmpty()) {
            return;
        }
        try {
            TlsSetup setup = TlsSetup.of(tls, set.tls.trusted());
            http.sslSocketFactory(setup.context().getSocketFactory(), setup.trustManager());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the TLS settings cannot be used: " + e.getMessage(), e);
        }
    }

    private static void addProxy(OkHttpClient.Builder http, ChosenProxy chosen, boolean isCallers) {
        http.proxy(chosen.ofJdk());
        ProxyServer proxy = chosen.proxy();
        if (proxy == null) {
            return;
        }
        if (proxy.user() != null && proxy.kind() == ProxyServer.Kind.SOCKS5) {
            throw new IllegalArgumentException(
                    "proxyCredentials: HTTP cannot send user and password to a SOCKS proxy; use an HTTP proxy");
        }
        if (proxy.user() != null || !isCallers) {
            http.proxyAuthenticator(new ProxyCredentials(proxy));
        }
    }

    OkHttpClient client() {
        return client;
    }

    /** Runs requests and callbacks of callers. */
    Executor threads() {
        return threads;
    }

    /**
     * Whether a request will find a connection. Never for a client of the caller, whose interceptors may block however its
     * requests are cancelled.
     */
    boolean isWarm() {
        return isOwn && client.connectionPool().idleConnectionCount() > 0;
    }

    SocketTimeouts timeouts() {
        return new SocketTimeouts(
                Duration.ofMillis(client.connectTimeoutMillis()),
                Duration.ofMillis(client.readTimeoutMillis()),
                Duration.ofMillis(client.writeTimeoutMillis()),
                Duration.ofMillis(client.callTimeoutMillis()));
    }

    /** Ends the threads, and closes idle connections unless they belong to the caller. */
    @Override
    public void close() {
        if (isOwn) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
        }
        threads.closeAndWait();
    }
}
