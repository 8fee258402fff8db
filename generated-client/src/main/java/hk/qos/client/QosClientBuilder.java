package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.TimeSource;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptionsBuilder;
import hk.qos.stream.StreamProxy;
import hk.qos.stream.StreamTls;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link QosClient}. Each setter refuses at once what cannot work, by an {@link IllegalArgumentException} that
 * names it; no message shows a key. The environment is read only by who asks for it.
 */
public final class QosClientBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Nullable
    String apiKey;

    boolean withoutKey;
    boolean plaintextKey;

    @Nullable
    HttpUrl httpUrl;

    @Nullable
    URI wsUrl;

    @Nullable
    Duration connectTimeout;

    @Nullable
    Duration readTimeout;

    @Nullable
    Duration writeTimeout;

    @Nullable
    Duration callTimeout;

    @Nullable
    OkHttpClient okHttpClient;

    long maxAnswerBytes = 16 << 20;

    PlanLimits planLimits = PlanLimits.defaults();
    RetryPolicy retryPolicy = RetryPolicy.defaults();
    RatePolicy ratePolicy = RatePolicy.defaults();
    Consumer<RateWait> rateWaits = wait -> {};
    boolean unknownMarkets;
    boolean strictDecoding;
    List<X509Certificate> trustedCertificates = List.of();
    StreamTls tls = StreamTls.defaults();

    @Nullable
    StreamProxy proxy;

    HttpMetrics httpMetrics = HttpMetrics.NONE;
    StreamMetrics streamMetrics = StreamMetrics.NONE;
    Consumer<StreamOptionsBuilder> stream = options -> {};

    @Nullable
    TimeSource testTime;

    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    QosClientBuilder() {}

    /**
     * The key, which travels in a header and is shown nowhere. By custom it comes from the environment:
     * {@code apiKey(System.getenv("QOS_API_KEY"))}.
     *
     * @throws IllegalArgumentException if it is null, blank, or has characters that a header cannot carry
     */
    public QosClientBuilder apiKey(@Nullable String apiKey) {
        if (apiKey == null) {
            throw new IllegalArgumentException("apiKey is missing (is QOS_API_KEY set?)");
        }
        if (apiKey.isBlank()) {
            throw new IllegalArgumentException("apiKey must not be blank");
        }
        if (apiKey.chars().anyMatch(c -> c <= 0x20 || c > 0x7e)) {
            throw new IllegalArgumentException(
                    "apiKey must be visible ASCII without spaces (a line break copied along?)");
        }
        this.apiKey = apiKey;
        this.withoutKey = false;
        return this;
    }

    /**
     * Takes the key from {@code QOS_API_KEY} and, where they are set and not empty, the addresses from
     * {@code QOS_HTTP_URL} and {@code QOS_WS_URL}.
     *
     * @param variables the environment, such as {@link System#getenv()}
     * @throws IllegalArgumentException if the key is missing, or one of them cannot be used; the message names it
     */
    public QosClientBuilder environment(Map<String, String> variables) {
        Checks.required("variables", variables);
        take(variables, "QOS_HTTP_URL", this::httpUrl);
        take(variables, "QOS_WS_URL", this::wsUrl);
        return take(variables, "QOS_API_KEY", this::apiKey) ? this : apiKey(null);
    }

    /** Whether the variable is set; an empty one is not. */
    private static boolean take(Map<String, String> variables, String name, Consumer<String> setter) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            return false;
        }
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            // Without its cause: no message here quotes the value, which may hold a key.
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
        return true;
    }

    /** A client that can only do what needs no key, which is to register. */
    public QosClientBuilder withoutKey() {
        this.apiKey = null;
        this.withoutKey = true;
        return this;
    }

    /**
     * The address below which the HTTP interfaces lie; by default the one that {@link #wsUrl} gives, and without that
     * {@code https://api.qos.hk}.
     */
    public QosClientBuilder httpUrl(String url) {
        HttpUrl parsed = HttpUrl.parse(Checks.required("httpUrl", url));
        if (parsed == null) {
            throw new IllegalArgumentException("httpUrl must be an address that starts with https:// or http://");
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException("httpUrl must not carry credentials");
        }
        if (parsed.query() != null || parsed.fragment() != null) {
            throw new IllegalArgumentException("httpUrl must not have a query or a fragment");
        }
        boolean ends = parsed.encodedPath().endsWith("/");
        this.httpUrl = ends ? parsed : parsed.newBuilder().addPathSegment("").build();
        return this;
    }

    /**
     * The address of the stream; by default {@code ws} below {@link #httpUrl}, and without that
     * {@code wss://api.qos.hk/ws}.
     */
    public QosClientBuilder wsUrl(String url) {
        Checks.required("wsUrl", url);
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException e) {
            // Without its cause, which quotes the address: a key may have been pasted into it.
            throw new IllegalArgumentException("wsUrl must be an address that starts with wss:// or ws://");
        }
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("wss") || scheme.equals("ws")) || parsed.getHost() == null) {
            throw new IllegalArgumentException("wsUrl must be an address that starts with wss:// or ws://");
        }
        if (parsed.getPort() == 0 || parsed.getPort() > 65_535) {
            throw new IllegalArgumentException("wsUrl must have a port between 1 and 65535, not " + parsed.getPort());
        }
        if (parsed.getUserInfo() != null) {
            throw new IllegalArgumentException("wsUrl must not carry credentials");
        }
        if (parsed.getQuery() != null || parsed.getFragment() != null) {
            throw new IllegalArgumentException("wsUrl must not have a query or a fragment");
        }
        this.wsUrl = parsed;
        return this;
    }

    /** How long one HTTP connection may take to make, 1 ms to 1 hour; by default 5 s. */
    public QosClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = Checks.range("connectTimeout", timeout, SHORTEST, LONGEST);
        return this;
    }

    /** How long an HTTP answer may be silent, 1 ms to 1 hour; by default 10 s. */
    public QosClientBuilder readTimeout(Duration timeout) {
        this.readTimeout = Checks.range("readTimeout", timeout, SHORTEST, LONGEST);
        return this;
    }

    /** How long one write of an HTTP request may take, 1 ms to 1 hour; by default 10 s. */
    public QosClientBuilder writeTimeout(Duration timeout) {
        this.writeTimeout = Checks.range("writeTimeout", timeout, SHORTEST, LONGEST);
        return this;
    }

    /**
     * How long one attempt of an HTTP request may take as a whole, 1 ms to 1 hour; by default 20 s. It ends then, or at
     * most a second later, whatever holds it up.
     */
    public QosClientBuilder callTimeout(Duration timeout) {
        this.callTimeout = Checks.range("callTimeout", timeout, SHORTEST, LONGEST);
        return this;
    }

    /**
     * How many bytes one HTTP answer may have, unpacked: 1 KiB to 1 GiB, by default 16 MiB. A larger one is not read on,
     * and its call fails with a {@link hk.qos.error.ProtocolException}. Reading one takes several times its size of
     * the heap.
     */
    public QosClientBuilder maxAnswerBytes(long bytes) {
        this.maxAnswerBytes = Checks.range("maxAnswerBytes", bytes, 1 << 10, 1 << 30);
        return this;
    }

    /**
     * Sends HTTP requests through a client derived from this one. It shares its connections, keeps its interceptors,
     * which do not see the key, and its time-outs unless they are set here; a call time-out of 20 s is set if it has
     * none. It never follows redirects, and calls run on threads of the {@link QosClient}. Closing that leaves the given
     * client running.
     */
    public QosClientBuilder okHttpClient(OkHttpClient client) {
        this.okHttpClient = Checks.required("okHttpClient", client);
        return this;
    }

    /** What the plan allows; by default what the documents say of the free one. */
    public QosClientBuilder planLimits(PlanLimits limits) {
        this.planLimits = Checks.required("planLimits", limits);
        return this;
    }

    /** When a failed HTTP request is sent again; by default {@link RetryPolicy#defaults()}. */
    public QosClientBuilder retryPolicy(RetryPolicy policy) {
        this.retryPolicy = Checks.required("retryPolicy", policy);
        return this;
    }

    /** What happens when the requests of a minute are used up; by default {@link RatePolicy#defaults()}. */
    public QosClientBuilder ratePolicy(RatePolicy policy) {
        this.ratePolicy = Checks.required("ratePolicy", policy);
        return this;
    }

    /**
     * Hears of each HTTP call that waits for its turn, as it begins to, on the thread that calls or on one of the
     * client's. It should return soon, and what it throws is logged. By default nobody does; the log has it at level
     * INFO, and {@link QosClient#rates} has how many wait.
     */
    public QosClientBuilder onRateWait(Consumer<RateWait> listener) {
        this.rateWaits = Checks.required("listener", listener);
        return this;
    }

    /** Leaves instrument codes of markets that the documents do not know to the server to judge; else they are refused. */
    public QosClientBuilder allowUnknownMarkets() {
        this.unknownMarkets = true;
        return this;
    }

    /**
     * Fails an answer as a whole if one of its elements cannot be read: by HTTP with a
     * {@link hk.qos.error.MalformedJsonException}, on the stream with a {@link hk.qos.error.ProtocolException}. By
     * default such an element is left out, logged, and told by {@link Results#undecodable}.
     */
    public QosClientBuilder strictDecoding() {
        this.strictDecoding = true;
        return this;
    }

    /**
     * Certificates to trust beside those of the JDK, for HTTP and stream; by default none. Host names are verified all
     * the same.
     */
    public QosClientBuilder trustedCertificates(Collection<X509Certificate> certificates) {
        this.trustedCertificates = Checks.items("trustedCertificates", certificates, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * The proxy for HTTP and stream. By default it is that of the {@link #okHttpClient}, if it has one, and else the JVM's,
     * for both alike: {@code http.proxyHost}, {@code https.proxyHost}, {@code socksProxyHost} or the default
     * {@link java.net.ProxySelector}, which is asked once, at {@link #build()}, and whose first answer counts.
     *
     * @throws IllegalArgumentException at {@link #build()}, for a SOCKS5 proxy with credentials: HTTP cannot give it any
     */
    public QosClientBuilder proxy(StreamProxy proxy) {
        this.proxy = Checks.required("proxy", proxy);
        return this;
    }

    /**
     * Whom TLS trusts and which client certificate it shows, for HTTP and stream; by default {@link StreamTls#defaults()}.
     * Host names are verified all the same. One with trust of its own takes no {@link #trustedCertificates} beside it.
     */
    public QosClientBuilder tls(StreamTls tls) {
        this.tls = Checks.required("tls", tls);
        return this;
    }

    /** Lets the key travel over plain {@code http://} and {@code ws://} to other machines. Only if you trust the network. */
    public QosClientBuilder allowPlaintextKey() {
        this.plaintextKey = true;
        return this;
    }

    /**
     * Counts what happens; by default nobody does. For Micrometer see {@link hk.qos.client.metrics.QosMetrics}.
     *
     * @param http what counts the HTTP calls, or {@link HttpMetrics#NONE}
     * @param stream what counts what the stream does, or {@link StreamMetrics#NONE}
     */
    public QosClientBuilder metrics(HttpMetrics http, StreamMetrics stream) {
        this.httpMetrics = Checks.required("http", http);
        this.streamMetrics = Checks.required("stream", stream);
        return this;
    }

    /**
     * Sets what only the stream has: heartbeat, back-off, deadlines, delivery and so on. Called by {@link #build}, after
     * what is set here has been put into the options, on the thread that builds. Several are called in turn.
     */
    public QosClientBuilder stream(Consumer<StreamOptionsBuilder> settings) {
        this.stream = this.stream.andThen(Checks.required("stream", settings));
        return this;
    }

    /** Time other than the system's, for tests. */
    QosClientBuilder time(TimeSource time, RandomGenerator random) {
        this.testTime = time;
        this.random = random;
        return this;
    }

    /**
     * The client. Nothing is connected yet.
     *
     * @throws IllegalStateException if no key is set, and neither {@link #withoutKey}; or if a library on the class path
     *     does not fit
     * @throws IllegalArgumentException if the key would travel unencrypted to another machine or a proxy, one address is
     *     that of the live service and the other is not, the proxy or the settings of TLS cannot be used, or those of the
     *     stream say something that cannot work
     */
    public QosClient build() {
        if (apiKey == null && !withoutKey) {
            throw new IllegalStateException("apiKey is not set; without one only withoutKey() can be built");
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
                + (apiKey == null ? "" : ", with a key") + "]";
    }
}
