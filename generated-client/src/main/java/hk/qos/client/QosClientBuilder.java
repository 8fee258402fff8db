package hk.qos.client;

import hk.qos.client.internal.http.MissingApiKey;
import hk.qos.client.internal.http.TimeSource;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.ProxyServer;
import java.net.Proxy;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link QosClient}. Each setter checks its argument and throws an {@link IllegalArgumentException} that names
 * it. No message contains the API key. The environment is read only by {@link #environment} and {@link
 * QosClient#fromEnvironment}.
 */
public final class QosClientBuilder {
    @Nullable
    String apiKey;

    boolean withoutApiKey;
    boolean plaintextKey;

    @Nullable
    HttpUrl httpUrl;

    @Nullable
    URI wsUrl;

    @Nullable
    HttpTimeouts httpTimeouts;

    @Nullable
    OkHttpClient okHttpClient;

    long maxAnswerBytes = 16 << 20;

    PlanLimits planLimits = PlanLimits.defaults();
    RetryPolicy retryPolicy = RetryPolicy.defaults();
    RatePolicy ratePolicy = RatePolicy.defaults();
    Consumer<RateWait> rateWaits = wait -> {};
    boolean splits = true;
    boolean unknownMarkets;
    boolean strictDecoding;
    final TlsSettings tls = new TlsSettings();

    @Nullable
    Proxy proxy;

    @Nullable
    String proxyUser;

    @Nullable
    String proxyPassword;

    HttpMetrics httpMetrics = HttpMetrics.NONE;
    StreamMetrics streamMetrics = StreamMetrics.NONE;
    Consumer<StreamOptions> stream = options -> {};

    @Nullable
    TimeSource testTime;

    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    QosClientBuilder() {}

    /**
     * Sets the API key, which is sent in a header and appears in no log, message or {@code toString}. Read it from the
     * environment: {@code apiKey(System.getenv("QOS_API_KEY"))}.
     *
     * @param apiKey {@code null} for none; then {@link #build} fails
     * @throws IllegalArgumentException if it is blank, or has characters that a header cannot carry
     */
    public QosClientBuilder apiKey(@Nullable String apiKey) {
        if (apiKey != null && apiKey.isBlank()) {
            throw new IllegalArgumentException("apiKey must not be blank");
        }
        if (apiKey != null && apiKey.chars().anyMatch(c -> c <= 0x20 || c > 0x7e)) {
            throw new IllegalArgumentException(
                    "apiKey must be visible ASCII without spaces (a line break copied along?)");
        }
        this.apiKey = apiKey;
        this.withoutApiKey = false;
        return this;
    }

    /**
     * Reads the API key from {@code QOS_API_KEY} and, if set and not empty, the addresses from {@code QOS_HTTP_URL} and
     * {@code QOS_WS_URL}.
     *
     * @param variables the environment, such as {@link System#getenv()}
     * @throws IllegalArgumentException if a variable is invalid; the message names it
     */
    public QosClientBuilder environment(Map<String, String> variables) {
        Map<String, String> given = Checks.entries("variables", variables);
        take(given, "QOS_HTTP_URL", this::httpUrl);
        take(given, "QOS_WS_URL", this::wsUrl);
        return take(given, "QOS_API_KEY", this::apiKey) ? this : apiKey(null);
    }

    /** Whether the variable is set and not blank. */
    private static boolean take(Map<String, String> variables, String name, Consumer<String> setter) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            return false;
        }
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            // Without its cause, which may quote the API key.
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
        return true;
    }

    /** Allows a client without API key. It can only call operations that need none, such as register. */
    public QosClientBuilder withoutApiKey() {
        this.apiKey = null;
        this.withoutApiKey = true;
        return this;
    }

    /**
     * Sets the base URL of the HTTP operations. By default it is derived from {@link #wsUrl} if that is set, and otherwise
     * {@code https://api.qos.hk}.
     *
     * @throws IllegalArgumentException if it is null or not an HTTP URL, or has credentials, a query or a fragment
     */
    public QosClientBuilder httpUrl(String url) {
        HttpUrl parsed = HttpUrl.parse(Checks.required("httpUrl", url));
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "httpUrl must be an address that starts with https:// or http://, with a host, and a port of 1 to 65535 or"
                            + " none" + ShownUrl.of(url));
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException("httpUrl must not carry credentials" + ShownUrl.of(url));
        }
        if (parsed.query() != null || parsed.fragment() != null) {
            throw new IllegalArgumentException("httpUrl must not have a query or a fragment" + ShownUrl.of(url));
        }
        boolean ends = parsed.encodedPath().endsWith("/");
        this.httpUrl = ends ? parsed : parsed.newBuilder().addPathSegment("").build();
        return this;
    }

    /**
     * Sets the URL of the stream. By default it is {@code ws} below {@link #httpUrl} if that is set, and otherwise
     * {@code wss://api.qos.hk/ws}.
     *
     * @throws IllegalArgumentException if it is null or not a WebSocket URL, or has credentials, a query or a fragment
     */
    public QosClientBuilder wsUrl(String url) {
        Checks.required("wsUrl", url);
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes the whole URL, since it may contain the API key by mistake.
            throw new IllegalArgumentException(
                    "wsUrl must be an address that starts with wss:// or ws://" + ShownUrl.of(url));
        }
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("wss") || scheme.equals("ws")) || parsed.getHost() == null) {
            throw new IllegalArgumentException(
                    "wsUrl must be an address that starts with wss:// or ws://" + ShownUrl.of(url));
        }
        if (parsed.getPort() == 0 || parsed.getPort() > 65_535) {
            throw new IllegalArgumentException("wsUrl must have a port between 1 and 65535, not " + parsed.getPort());
        }
        if (parsed.getUserInfo() != null) {
            throw new IllegalArgumentException("wsUrl must not carry credentials" + ShownUrl.of(url));
        }
        if (parsed.getQuery() != null || parsed.getFragment() != null) {
            throw new IllegalArgumentException("wsUrl must not have a query or a fragment" + ShownUrl.of(url));
        }
        this.wsUrl = parsed;
        return this;
    }

    /**
     * Sets the timeouts of HTTP calls; by default {@link HttpTimeouts#defaults()}. They replace those of the {@link
     * #okHttpClient}. The stream has its own: {@code stream(s -> s.timeouts(…))}.
     */
    public QosClientBuilder httpTimeouts(HttpTimeouts timeouts) {
        this.httpTimeouts = Checks.required("timeouts", timeouts);
        return this;
    }

    /**
     * Limits the bytes of one HTTP answer after decompression, 1 KiB to 1 GiB; by default 16 MiB. Reading stops at the
     * limit, and the call fails with an {@link hk.qos.error.AnswerTooLargeException}. Decoding an answer takes several times
     * its size on the heap.
     */
    public QosClientBuilder maxAnswerBytes(long bytes) {
        this.maxAnswerBytes = Checks.range("maxAnswerBytes", bytes, 1 << 10, 1 << 30);
        return this;
    }

    /**
     * Derives the HTTP client from {@code client}: it shares the connections and keeps the interceptors, which do not see
     * the API key. It keeps the timeouts, unless {@link #httpTimeouts} is set; its call timeout bounds an attempt, and is
     * set to 20 s if there is none. Redirects are never followed, and calls run on threads of the {@link QosClient}.
     * Closing the {@link QosClient} does not close {@code client}.
     */
    public QosClientBuilder okHttpClient(OkHttpClient client) {
        this.okHttpClient = Checks.required("okHttpClient", client);
        return this;
    }

    /** Sets the limits of the plan; by default {@link PlanLimits#defaults()}, those of the free plan. */
    public QosClientBuilder planLimits(PlanLimits limits) {
        this.planLimits = Checks.required("planLimits", limits);
        return this;
    }

    /** Sets when failed HTTP requests are retried; by default {@link RetryPolicy#defaults()}. */
    public QosClientBuilder retryPolicy(RetryPolicy policy) {
        this.retryPolicy = Checks.required("retryPolicy", policy);
        return this;
    }

    /** Sets what happens if the requests of a minute are used up; by default {@link RatePolicy#defaults()}. */
    public QosClientBuilder ratePolicy(RatePolicy policy) {
        this.ratePolicy = Checks.required("ratePolicy", policy);
        return this;
    }

    /**
     * Calls {@code listener} for each HTTP call that starts to wait for its turn, on the calling thread or a thread of
     * the client. The listener should return quickly; its exceptions are logged. Waits are also logged at INFO, and
     * {@link QosClient#rates} counts the waiting calls.
     */
    public QosClientBuilder onRateWait(Consumer<RateWait> listener) {
        this.rateWaits = Checks.required("listener", listener);
        return this;
    }

    /**
     * Sets whether a call that names more instruments than {@link PlanLimits#instruments(Operation)} allows by HTTP, or
     * {@link PlanLimits#streamInstruments} on the stream, is split into several requests; by default it is. They are sent
     * one after the other within the rate, and each with its own attempts and retries; {@link HttpTimeouts#withCall}
     * bounds all requests of an HTTP call together, {@code orTimeout} of its future a call on the stream. If some of them
     * fail, the call fails with a {@link hk.qos.error.PartialAnswerException}, which has the elements that were
     * received. Without splitting, such a call fails with a {@link hk.qos.error.RequestLimitException}, and nothing is
     * sent.
     */
    public QosClientBuilder splitLargeRequests(boolean split) {
        this.splits = split;
        return this;
    }

    /**
     * Sets whether instrument codes of markets that the documents do not list are sent, so that the server decides. By
     * default they are refused.
     */
    public QosClientBuilder allowUnknownMarkets(boolean allow) {
        this.unknownMarkets = allow;
        return this;
    }

    /**
     * Sets whether an answer fails with a {@link hk.qos.error.MalformedJsonException} if one of its elements cannot be
     * decoded. By default such an element is omitted, logged, and listed by {@link Results#undecodable}.
     */
    public QosClientBuilder strictDecoding(boolean strict) {
        this.strictDecoding = strict;
        return this;
    }

    /**
     * Adds trusted certificates to those of the JDK, for HTTP and stream; by default none. Host names are still
     * verified. Cannot be combined with {@link #trustManager} or {@link #sslContext}.
     *
     * @throws IllegalArgumentException if {@code certificates} or an item is null
     */
    public QosClientBuilder trustedCertificates(Collection<X509Certificate> certificates) {
        tls.trusted(certificates);
        return this;
    }

    /**
     * Replaces the JDK's trust, for HTTP and stream. Host names are still verified, and TLS 1.2 is the minimum. Cannot be
     * combined with {@link #trustedCertificates} or {@link #sslContext}.
     *
     * @throws IllegalArgumentException if it is null
     */
    public QosClientBuilder trustManager(X509TrustManager trustManager) {
        tls.trustManager(trustManager);
        return this;
    }

    /**
     * Sets the keys from which the client certificate is chosen, for HTTP and stream; by default none. Cannot be combined
     * with {@link #clientCertificate} or {@link #sslContext}.
     *
     * @throws IllegalArgumentException if it is null
     */
    public QosClientBuilder keyManager(X509KeyManager keyManager) {
        tls.keyManager(keyManager);
        return this;
    }

    /**
     * Sets the client certificate, which is sent to every server that requests one, for HTTP and stream; by default none.
     * Cannot be combined with {@link #keyManager} or {@link #sslContext}.
     *
     * @param chain the certificate, followed by its issuers
     * @throws IllegalArgumentException if an argument or item is null, or the chain is empty
     */
    public QosClientBuilder clientCertificate(PrivateKey key, Collection<X509Certificate> chain) {
        tls.clientCertificate(key, chain);
        return this;
    }

    /**
     * Sets the SSL context of HTTP and stream, which has its own keys and trust. Host names are still verified, and TLS
     * 1.2 is the minimum. Cannot be combined with another TLS setting.
     *
     * @param context initialised with {@code trustManager}
     * @param trustManager the trust manager of the context. An {@link javax.net.ssl.X509ExtendedTrustManager} must obey the
     *     endpoint identification of the engine, as those of the JDK do, since that verifies the host name
     * @throws IllegalArgumentException if one is null
     */
    public QosClientBuilder sslContext(SSLContext context, X509TrustManager trustManager) {
        tls.context(context, trustManager);
        return this;
    }

    /**
     * The proxy for HTTP and stream, HTTP or SOCKS 5; {@link Proxy#NO_PROXY} for none. The proxy resolves the server's name.
     * By default it is the proxy of the {@link #okHttpClient}, if that has one, otherwise the JVM's: {@code http.proxyHost},
     * {@code https.proxyHost}, {@code socksProxyHost} or the default {@link java.net.ProxySelector}, whose first proxy at
     * {@link #build()} is used.
     *
     * @param proxy such as {@code new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128))}
     * @throws IllegalArgumentException if it is null, or its address is not an {@link java.net.InetSocketAddress} with a port
     */
    public QosClientBuilder proxy(Proxy proxy) {
        ProxyServer.of(proxy);
        this.proxy = proxy;
        return this;
    }

    /**
     * The user and password for the {@link #proxy} of HTTP and stream, whichever proxy that is; by default none.
     *
     * @throws IllegalArgumentException if one is null; at {@link #build()} if the proxy is a SOCKS proxy, to which HTTP
     *     cannot send them
     */
    public QosClientBuilder proxyCredentials(String user, String password) {
        this.proxyUser = Checks.required("user", user);
        this.proxyPassword = Checks.required("password", password);
        return this;
    }

    /**
     * Sets whether the API key may be sent over plain {@code http://} and {@code ws://} to other machines; by default it
     * may not. Allow it only in a trusted network.
     */
    public QosClientBuilder allowPlaintextKey(boolean allow) {
        this.plaintextKey = allow;
        return this;
    }

    /**
     * Records measurements of HTTP and stream with Micrometer; by default none. Replaces {@link #httpMetrics} and {@link
     * #streamMetrics} that are set before.
     */
    public QosClientBuilder metrics(QosMetrics metrics) {
        Checks.required("metrics", metrics);
        return httpMetrics(metrics.http()).streamMetrics(metrics.stream());
    }

    /** Sets the receiver of measurements of HTTP calls; by default {@link HttpMetrics#NONE}. */
    public QosClientBuilder httpMetrics(HttpMetrics metrics) {
        this.httpMetrics = Checks.required("metrics", metrics);
        return this;
    }

    /** Sets the receiver of measurements of the stream; by default {@link StreamMetrics#NONE}. */
    public QosClientBuilder streamMetrics(StreamMetrics metrics) {
        this.streamMetrics = Checks.required("metrics", metrics);
        return this;
    }

    /**
     * Configures options that only the stream has, such as heartbeat, back-off, timeouts and delivery. {@link #build}
     * calls {@code settings} on its thread, with options that contain the settings of this builder. Several are called
     * in order.
     */
    public QosClientBuilder stream(Consumer<StreamOptions> settings) {
        this.stream = this.stream.andThen(Checks.required("stream", settings));
        return this;
    }

    /** Replaces the system's time in tests. */
    QosClientBuilder time(TimeSource time, RandomGenerator random) {
        this.testTime = time;
        this.random = random;
        return this;
    }

    /**
     * Builds the client. Nothing connects yet.
     *
     * @throws hk.qos.error.AuthenticationException if neither an API key nor {@link #withoutApiKey} is set
     * @throws IllegalStateException if a library on the class path is missing, too old, or in two versions
     * @throws IllegalArgumentException if the API key would travel unencrypted to another machine or a proxy, only one
     *     of the addresses is the live service, or proxy, TLS or stream settings are invalid or exclude each other
     */
    public QosClient build() {
        if (apiKey == null && !withoutApiKey) {
            throw MissingApiKey.exception();
        }
        try {
            return new QosClient(this);
        } catch (LinkageError e) {
            throw ClassPath.unfit(e);
        }
    }

    @Override
    public String toString() {
        return "QosClientBuilder[" + Endpoints.httpUrl(this) + ", " + Endpoints.wsUrl(this)
                + (apiKey == null ? "" : ", with an API key") + "]";
    }
}
