package hk.qos.client;

import hk.qos.client.call.ApiKey;
import hk.qos.client.call.BodyLimit;
import hk.qos.client.call.ConnectionWatch;
import hk.qos.client.call.ExchangeLog;
import hk.qos.ws.StreamProxy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Set;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The OkHttp client of one {@link QosClient}: its own, or one derived from the caller's, whose threads stay his. */
final class HttpConnections implements AutoCloseable {
    private static final long MOST_ANSWER_BYTES = 64L << 20;
    private static final int MOST_AT_ONCE = 64;

    private final OkHttpClient client;
    private final @Nullable HttpThreads ownThreads;

    private HttpConnections(OkHttpClient client, @Nullable HttpThreads ownThreads) {
        this.client = client;
        this.ownThreads = ownThreads;
    }

    /** @param keyless paths, from the root, of what is asked without a key */
    static HttpConnections of(QosClientBuilder set, String keyHeader, Set<String> keyless) {
        HttpThreads threads = set.okHttpClient == null ? new HttpThreads() : null;
        OkHttpClient.Builder http = set.okHttpClient == null ? withDefaults(threads) : set.okHttpClient.newBuilder();
        neverRepeatByItself(http);
        addTimeouts(http, set);
        if (!set.trustedCertificates.isEmpty()) {
            TrustedCertificates.addTo(http, set.trustedCertificates);
        }
        if (set.proxy != null) {
            addProxy(http, set.proxy, set.okHttpClient != null);
        }
        ConnectionWatch.addTo(http, set.proxy == null ? null : set.proxy.host() + ":" + set.proxy.port());
        http.interceptors().add(0, new ExchangeLog(new ApiKey(set.apiKey)));
        http.addInterceptor(new BodyLimit(MOST_ANSWER_BYTES)).addNetworkInterceptor(new NoHiddenRetries());
        if (set.apiKey != null) {
            http.addNetworkInterceptor(new KeyHeader(keyHeader, set.apiKey, set.httpUrl, keyless));
        }
        return new HttpConnections(http.build(), threads);
    }

    private static OkHttpClient.Builder withDefaults(@Nullable HttpThreads threads) {
        Dispatcher dispatcher = threads == null ? new Dispatcher() : new Dispatcher(threads);
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(10))
                .callTimeout(Duration.ofSeconds(20));
    }

    /** A redirect would carry the key elsewhere; a repetition that nobody counted would pass by the rate limit. */
    private static void neverRepeatByItself(OkHttpClient.Builder http) {
        http.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
    }

    private static void addTimeouts(OkHttpClient.Builder http, QosClientBuilder set) {
        if (set.connectTimeout != null) {
            http.connectTimeout(set.connectTimeout);
        }
        if (set.readTimeout != null) {
            http.readTimeout(set.readTimeout);
        }
        if (set.writeTimeout != null) {
            http.writeTimeout(set.writeTimeout);
        }
        if (set.callTimeout != null) {
            http.callTimeout(set.callTimeout);
        }
    }

    private static void addProxy(OkHttpClient.Builder http, StreamProxy proxy, boolean isCallers) {
        InetSocketAddress address = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
        boolean socks = proxy.kind() == StreamProxy.Kind.SOCKS5;
        http.proxy(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address));
        if (proxy.user() != null && socks) {
            throw new IllegalArgumentException("proxy: HTTP cannot give a SOCKS5 proxy a user and password");
        }
        if (proxy.user() != null || !isCallers) {
            http.proxyAuthenticator(new ProxyCredentials(proxy));
        }
    }

    OkHttpClient client() {
        return client;
    }

    /** Ends threads and idle connections, unless they are the caller's. */
    @Override
    public void close() {
        if (ownThreads != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
            ownThreads.closeAndWait();
        }
    }
}
