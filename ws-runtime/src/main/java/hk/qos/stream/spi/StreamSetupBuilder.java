package hk.qos.stream.spi;

import hk.qos.stream.Backoff;
import hk.qos.stream.FirstPush;
import hk.qos.stream.GapRecovery;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Resubscription;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.SubscribeMode;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.check.Loopback;
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

/** Builds a {@link StreamSetup}: the user's {@link StreamOptions}, and what the client sets. */
public final class StreamSetupBuilder implements StreamOptions {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(1);
    private static final Duration MAX_HEARTBEAT = Duration.ofMinutes(10);

    final URI uri;
    Map<String, String> headers = Map.of();
    String name = "stream";
    String successor = "StreamClient.create(…)";
    StreamTimeouts timeouts = StreamTimeouts.defaults();
    Backoff backoff = Backoff.defaults();
    StreamLimits limits = StreamLimits.defaults();
    RequestOptions requestDefaults = RequestOptions.defaults();
    Duration heartbeatInterval = Duration.ofSeconds(15);
    Duration heartbeatTimeout = Duration.ofSeconds(10);
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
    ProxyServer proxy;

    boolean compression;
    boolean plaintextSecrets;
    StreamMetrics metrics = StreamMetrics.NONE;

    @Nullable
    Recording recording;

    StreamSetupBuilder(URI uri) {
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
     * A header of the upgrade request. The value is a secret: no message, log or recording shows it.
     *
     * @throws IllegalArgumentException if the name is not valid for a header, or the value is not visible ASCII
     */
    public StreamSetupBuilder header(String name, String value) {
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
    public StreamSetupBuilder name(String name) {
        this.name = Checks.notBlank("name", name);
        return this;
    }

    /**
     * The call that makes a new stream after this one has ended, not blank; by default {@code StreamClient.create(…)}.
     * Messages of a stream that has ended name it.
     */
    public StreamSetupBuilder successor(String call) {
        this.successor = Checks.notBlank("call", call);
        return this;
    }

    @Override
    public StreamSetupBuilder timeouts(StreamTimeouts timeouts) {
        this.timeouts = Checks.required("timeouts", timeouts);
        return this;
    }

    @Override
    public StreamSetupBuilder backoff(Backoff backoff) {
        this.backoff = Checks.required("backoff", backoff);
        return this;
    }

    @Override
    public StreamSetupBuilder limits(StreamLimits limits) {
        this.limits = Checks.required("limits", limits);
        return this;
    }

    @Override
    public StreamSetupBuilder requestDefaults(RequestOptions requestDefaults) {
        this.requestDefaults = Checks.required("requestDefaults", requestDefaults);
        return this;
    }

    @Override
    public StreamSetupBuilder heartbeatInterval(Duration interval) {
        this.heartbeatInterval = Checks.range("heartbeatInterval", interval, SHORTEST_HEARTBEAT, MAX_HEARTBEAT);
        return this;
    }

    @Override
    public StreamSetupBuilder heartbeatTimeout(Duration timeout) {
        this.heartbeatTimeout = Checks.positive("heartbeatTimeout", timeout);
        return this;
    }

    /** The shortest time between two frames; by default 1,100 ms. Zero turns pacing off. */
    public StreamSetupBuilder spacing(Duration spacing) {
        this.spacing = Checks.notNegative("spacing", spacing);
        return this;
    }

    /**
     * The number of distinct keys that may be subscribed over all channels; by default unlimited.
     *
     * @param maxKeys at least 1
     * @param setting the name of this limit in the user's settings, for messages
     */
    public StreamSetupBuilder maxKeys(int maxKeys, String setting) {
        this.maxKeys = Checks.atLeast("maxKeys", maxKeys, 1);
        this.maxKeysSetting = Checks.required("setting", setting);
        return this;
    }

    @Override
    public StreamSetupBuilder maxKeysPerFrame(int maxKeysPerFrame) {
        this.maxKeysPerFrame = Checks.atLeast("maxKeysPerFrame", maxKeysPerFrame, 1);
        return this;
    }

    @Override
    public StreamSetupBuilder subscribeMode(SubscribeMode mode) {
        this.subscribeMode = Checks.required("mode", mode);
        return this;
    }

    @Override
    public StreamSetupBuilder resubscription(Resubscription resubscription) {
        this.resubscription = Checks.required("resubscription", resubscription);
        return this;
    }

    @Override
    public StreamSetupBuilder recoverGaps(@Nullable GapRecovery recovery) {
        this.gapRecovery = recovery;
        return this;
    }

    @Override
    public StreamSetupBuilder staleness(@Nullable Staleness staleness) {
        this.staleness = staleness;
        return this;
    }

    @Override
    public StreamSetupBuilder firstPush(@Nullable FirstPush firstPush) {
        this.firstPush = firstPush;
        return this;
    }

    @Override
    public StreamSetupBuilder deliveryExecutor(Executor executor) {
        this.deliveryExecutor = Checks.required("executor", executor);
        this.directDelivery = false;
        return this;
    }

    @Override
    public StreamSetupBuilder directDelivery() {
        this.deliveryExecutor = null;
        this.directDelivery = true;
        return this;
    }

    @Override
    public StreamSetupBuilder listenerWarning(Duration after) {
        this.listenerWarning = Checks.positive("after", after);
        return this;
    }

    @Override
    public StreamSetupBuilder eventLoopGroup(EventLoopGroup group) {
        this.eventLoopGroup = Checks.required("group", group);
        return this;
    }

    /** Certificates to trust in addition to those of the JDK. Host names are verified in any case. */
    public StreamSetupBuilder trustedCertificates(Collection<X509Certificate> certificates) {
        this.trustedCertificates = Checks.items("trustedCertificates", certificates);
        return this;
    }

    /**
     * The trust and the client certificate of TLS; by default {@link StreamTls#defaults()}. One that has its own trust cannot
     * be combined with {@link #trustedCertificates}.
     */
    public StreamSetupBuilder tls(StreamTls tls) {
        this.tls = Checks.required("tls", tls);
        return this;
    }

    /** The proxy to connect through; by default, and for {@code null}, none. */
    public StreamSetupBuilder proxy(@Nullable ProxyServer proxy) {
        this.proxy = proxy;
        return this;
    }

    @Override
    public StreamSetupBuilder compression(boolean compression) {
        this.compression = compression;
        return this;
    }

    /** Sends headers over plain {@code ws://} to other machines, too. Only for a trusted network. */
    public StreamSetupBuilder allowPlaintextSecrets() {
        this.plaintextSecrets = true;
        return this;
    }

    /** Counts what the stream does; by default nothing is counted. What it throws is logged and has no other effect. */
    public StreamSetupBuilder metrics(StreamMetrics metrics) {
        this.metrics = Checks.required("metrics", metrics);
        return this;
    }

    @Override
    public StreamSetupBuilder recording(@Nullable Recording recording) {
        this.recording = recording;
        return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if headers would travel unencrypted to another machine or through a proxy, or both
     *     {@link #tls} and {@link #trustedCertificates} configure trust
     */
    public StreamSetup build() {
        boolean plain = uri.getScheme().equalsIgnoreCase("ws");
        if (plain && !headers.isEmpty() && !plaintextSecrets && (proxy != null || !Loopback.isName(uri.getHost()))) {
            String through = proxy == null ? "" : " through the proxy " + proxy.address();
            throw new IllegalArgumentException("headers must not travel unencrypted to " + uri.getHost() + through
                    + ": use wss://, or allowPlaintextSecrets()");
        }
        TlsSetup.refuseTwoTrusts(tls, trustedCertificates);
        return new StreamSetup(copy());
    }

    StreamSetupBuilder copy() {
        StreamSetupBuilder copy = new StreamSetupBuilder(uri);
        copy.headers = headers;
        copy.name = name;
        copy.successor = successor;
        copy.timeouts = timeouts;
        copy.backoff = backoff;
        copy.limits = limits;
        copy.requestDefaults = requestDefaults;
        copy.heartbeatInterval = heartbeatInterval;
        copy.heartbeatTimeout = heartbeatTimeout;
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
