package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.TlsSetup;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds {@link StreamOptions}. Each setter refuses at once what cannot work, and names it. */
public final class StreamOptionsBuilder {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(1);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofMinutes(10);

    final URI uri;
    Map<String, String> headers = Map.of();
    String name = "stream";
    String successor = "StreamClient.create(…)";
    Deadlines deadlines = Deadlines.defaults();
    Backoff backoff = Backoff.defaults();
    Limits limits = Limits.defaults();
    RequestOptions requestDefaults = RequestOptions.defaults();
    Duration heartbeatInterval = Duration.ofSeconds(15);
    Duration silenceGrace = Duration.ofSeconds(10);
    Duration spacing = Duration.ofMillis(1_100);
    int maxKeys = Integer.MAX_VALUE;
    String maxKeysSetting = "maxKeys";
    int maxKeysPerFrame = 1_000;
    SubscribeMode subscribeMode = SubscribeMode.DIFFERENCES;
    Resubscription resubscription = Resubscription.defaults();

    @Nullable
    Staleness staleness;

    @Nullable
    FirstPush firstPush;

    @Nullable
    GapRecovery gapRecovery;

    @Nullable
    Executor deliveryExecutor;

    boolean directDelivery;
    Duration listenerWarning = Duration.ofSeconds(5);

    @Nullable
    EventLoopGroup eventLoopGroup;

    List<X509Certificate> trustedCertificates = List.of();
    StreamTls tls = StreamTls.defaults();

    @Nullable
    StreamProxy proxy;

    boolean compression;
    boolean plaintextSecrets;
    StreamMetrics metrics = StreamMetrics.NONE;

    @Nullable
    Recording recording;

    StreamOptionsBuilder(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new IllegalArgumentException("uri must start with ws:// or wss://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("uri must name a host");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("uri must have a port between 1 and 65535, not " + uri.getPort());
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("uri must not carry credentials: use a header");
        }
        this.uri = uri;
    }

    /**
     * A header of the upgrade request. The value is treated as a secret: it is shown nowhere.
     *
     * @throws IllegalArgumentException if the name cannot be that of a header, or the value is not visible ASCII
     */
    public StreamOptionsBuilder header(String name, String value) {
        if (!HEADER_NAME.matcher(Checks.required("name", name)).matches()) {
            throw new IllegalArgumentException("name must be that of a header");
        }
        if (Checks.required("value", value).isBlank() || value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw new IllegalArgumentException("the value of header " + name + " must be visible ASCII");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        headers = Collections.unmodifiableMap(more);
        return this;
    }

    /** The stream's name in logs, events and thread names, not blank; by default {@code stream}. */
    public StreamOptionsBuilder name(String name) {
        this.name = Checks.notBlank("name", name);
        return this;
    }

    /**
     * What a user calls for a new stream once this one has ended, not blank: messages of a stream that has ended name it;
     * by default {@code StreamClient.create(…)}.
     */
    public StreamOptionsBuilder successor(String call) {
        this.successor = Checks.notBlank("call", call);
        return this;
    }

    /** How long each step may take; by default {@link Deadlines#defaults()}. */
    public StreamOptionsBuilder deadlines(Deadlines deadlines) {
        this.deadlines = Checks.required("deadlines", deadlines);
        return this;
    }

    /** How long to wait before the next attempt to connect; by default {@link Backoff#defaults()}. */
    public StreamOptionsBuilder backoff(Backoff backoff) {
        this.backoff = Checks.required("backoff", backoff);
        return this;
    }

    /** How much may wait, and how large it may get; by default {@link Limits#defaults()}. */
    public StreamOptionsBuilder limits(Limits limits) {
        this.limits = Checks.required("limits", limits);
        return this;
    }

    /**
     * The options of requests that are made without any, and of heartbeats asked for; by default
     * {@link RequestOptions#defaults()}.
     */
    public StreamOptionsBuilder requestDefaults(RequestOptions requestDefaults) {
        this.requestDefaults = Checks.required("requestDefaults", requestDefaults);
        return this;
    }

    /**
     * By default a heartbeat every 15 s, and 10 s of grace before silence counts as death.
     *
     * @param interval 1 ms to 10 minutes
     * @param silenceGrace how much longer than that the server may be silent; more than zero
     */
    public StreamOptionsBuilder heartbeat(Duration interval, Duration silenceGrace) {
        this.heartbeatInterval = Checks.between("interval", interval, SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT);
        this.silenceGrace = Checks.positive("silenceGrace", silenceGrace);
        return this;
    }

    /** The least time between two frames; by default 1,100 ms. Zero turns pacing off. */
    public StreamOptionsBuilder spacing(Duration spacing) {
        this.spacing = Checks.notNegative("spacing", spacing);
        return this;
    }

    /**
     * How many distinct keys may be subscribed, over all channels; unlimited by default.
     *
     * @param maxKeys at least 1
     * @param setting what the caller's own users call this limit, for messages
     */
    public StreamOptionsBuilder maxKeys(int maxKeys, String setting) {
        this.maxKeys = Checks.atLeast("maxKeys", maxKeys, 1);
        this.maxKeysSetting = Checks.required("setting", setting);
        return this;
    }

    /** How many keys one frame may carry, at least 1; by default 1,000. */
    public StreamOptionsBuilder maxKeysPerFrame(int maxKeysPerFrame) {
        this.maxKeysPerFrame = Checks.atLeast("maxKeysPerFrame", maxKeysPerFrame, 1);
        return this;
    }

    /** What a frame that subscribes carries; by default the differences. */
    public StreamOptionsBuilder subscribeMode(SubscribeMode mode) {
        this.subscribeMode = Checks.required("mode", mode);
        return this;
    }

    /**
     * How often what the server leaves unanswered, or ends connections after, is asked for again; by default
     * {@link Resubscription#defaults()}.
     */
    public StreamOptionsBuilder resubscription(Resubscription resubscription) {
        this.resubscription = Checks.required("resubscription", resubscription);
        return this;
    }

    /** Asks for what a gap has cost; off by default. {@code null} turns it off again. */
    public StreamOptionsBuilder recoverGaps(@Nullable GapRecovery recovery) {
        this.gapRecovery = recovery;
        return this;
    }

    /** Tells by {@link StreamEvent.Stale} of topics that went mute; by default, and for {@code null}, off. */
    public StreamOptionsBuilder staleness(@Nullable Staleness staleness) {
        this.staleness = staleness;
        return this;
    }

    /**
     * Tells by {@link StreamEvent.NeverPushed} of topics that were acknowledged and never pushed; by default, and for
     * {@code null}, off, since a closed market looks the same. {@link StreamClient#explain} names them in any case.
     */
    public StreamOptionsBuilder firstPush(@Nullable FirstPush firstPush) {
        this.firstPush = firstPush;
        return this;
    }

    /**
     * Calls listeners on {@code executor}, each subscription serially; by default one delivery thread of the stream's own
     * does. Undoes {@link #directDelivery}. It is left running when the stream closes. If it refuses,
     * {@link StreamEvent.CallbackFailed} tells so, and what waits is kept, as for a slow listener, and tried again; only
     * the end of the stream is told on another thread if need be. It must not discard tasks without a word, nor run them
     * on the calling thread.
     */
    public StreamOptionsBuilder deliveryExecutor(Executor executor) {
        this.deliveryExecutor = Checks.required("executor", executor);
        this.directDelivery = false;
        return this;
    }

    /**
     * Calls listeners on the event loop, which is the stream's own then: the least latency, and a listener that blocks stops
     * the stream. It must not wait for a future of the stream, which would never come. Undoes {@link #deliveryExecutor}.
     */
    public StreamOptionsBuilder directDelivery() {
        this.deliveryExecutor = null;
        this.directDelivery = true;
        return this;
    }

    /**
     * After how long a call of a listener, or of other code of yours, that has not returned is told of: by a line of the
     * log that names subscription, thread and place, again whenever that time has doubled, and by
     * {@link StreamClient#explain}. By default 5 s.
     *
     * @param after more than zero
     */
    public StreamOptionsBuilder listenerWarning(Duration after) {
        this.listenerWarning = Checks.positive("after", after);
        return this;
    }

    /**
     * Runs the stream on one of these event loops, which must be NIO, and leaves them running when it closes. If they are
     * shut down before, the stream has failed, and with it all that is pending.
     */
    public StreamOptionsBuilder eventLoopGroup(EventLoopGroup group) {
        this.eventLoopGroup = Checks.required("group", group);
        return this;
    }

    /** Certificates to trust beside those of the JDK. Host names are verified all the same. */
    public StreamOptionsBuilder trustedCertificates(Collection<X509Certificate> certificates) {
        this.trustedCertificates = Checks.items("trustedCertificates", certificates);
        return this;
    }

    /**
     * Whom TLS trusts, and what it shows of itself; by default {@link StreamTls#defaults()}. One with trust of its own takes
     * no {@link #trustedCertificates} beside it.
     */
    public StreamOptionsBuilder tls(StreamTls tls) {
        this.tls = Checks.required("tls", tls);
        return this;
    }

    /** The proxy through which to connect; by default, and for {@code null}, none. */
    public StreamOptionsBuilder proxy(@Nullable StreamProxy proxy) {
        this.proxy = proxy;
        return this;
    }

    /** Offers permessage-deflate; off by default. Messages stay bounded by {@link Limits#frameBytes} inflated. */
    public StreamOptionsBuilder compression(boolean compression) {
        this.compression = compression;
        return this;
    }

    /** Lets headers travel over plain {@code ws://} to other machines. Only for a network that you trust. */
    public StreamOptionsBuilder allowPlaintextSecrets() {
        this.plaintextSecrets = true;
        return this;
    }

    /** Counts what happens; by default nobody does. What it throws is logged and harms nothing. */
    public StreamOptionsBuilder metrics(StreamMetrics metrics) {
        this.metrics = Checks.required("metrics", metrics);
        return this;
    }

    /** Writes down what is received; by default, and for {@code null}, off. */
    public StreamOptionsBuilder recording(@Nullable Recording recording) {
        this.recording = recording;
        return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if headers would travel unencrypted to another machine or a proxy, or both
     *     {@link #tls} and {@link #trustedCertificates} say whom to trust
     */
    public StreamOptions build() {
        boolean plain = uri.getScheme().equalsIgnoreCase("ws");
        if (plain && !headers.isEmpty() && !plaintextSecrets && (proxy != null || !isLoopback(uri.getHost()))) {
            String through = proxy == null ? "" : " through the proxy " + proxy.host() + ":" + proxy.port();
            throw new IllegalArgumentException("headers must not travel unencrypted to " + uri.getHost() + through
                    + ": use wss://, or allowPlaintextSecrets()");
        }
        TlsSetup.refuseTwoTrusts(tls, trustedCertificates);
        return new StreamOptions(copy());
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    StreamOptionsBuilder copy() {
        StreamOptionsBuilder copy = new StreamOptionsBuilder(uri);
        copy.headers = headers;
        copy.name = name;
        copy.successor = successor;
        copy.deadlines = deadlines;
        copy.backoff = backoff;
        copy.limits = limits;
        copy.requestDefaults = requestDefaults;
        copy.heartbeatInterval = heartbeatInterval;
        copy.silenceGrace = silenceGrace;
        copy.spacing = spacing;
        copy.maxKeys = maxKeys;
        copy.maxKeysSetting = maxKeysSetting;
        copy.maxKeysPerFrame = maxKeysPerFrame;
        copy.subscribeMode = subscribeMode;
        copy.resubscription = resubscription;
        copy.staleness = staleness;
        copy.firstPush = firstPush;
        copy.gapRecovery = gapRecovery;
        copy.deliveryExecutor = deliveryExecutor;
        copy.directDelivery = directDelivery;
        copy.listenerWarning = listenerWarning;
        copy.eventLoopGroup = eventLoopGroup;
        copy.trustedCertificates = trustedCertificates;
        copy.tls = tls;
        copy.proxy = proxy;
        copy.compression = compression;
        copy.plaintextSecrets = plaintextSecrets;
        copy.metrics = metrics;
        copy.recording = recording;
        return copy;
    }
}
