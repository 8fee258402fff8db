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
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.SubscribeMode;
import hk.qos.stream.internal.check.Checks;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The settings of one stream: the user's options and those of the client that makes it. Immutable. */
public final class StreamSetup {
    private final StreamSetupBuilder set;

    StreamSetup(StreamSetupBuilder set) {
        this.set = set;
    }

    /**
     * A builder with the defaults.
     *
     * @param uri {@code wss://host[:port]/path}, or {@code ws://}
     * @throws IllegalArgumentException if it has another scheme, no host, an invalid port or credentials
     */
    public static StreamSetupBuilder builder(URI uri) {
        return new StreamSetupBuilder(Checks.required("uri", uri));
    }

    /** A builder that starts from these settings. */
    public StreamSetupBuilder toBuilder() {
        return set.copy();
    }

    /** The address of the server, {@code ws://} or {@code wss://}. */
    public URI uri() {
        return set.uri;
    }

    /** The headers of the upgrade request. Their values are secrets. */
    public Map<String, String> headers() {
        return set.headers;
    }

    /** The stream's name in logs, events and thread names. */
    public String name() {
        return set.name;
    }

    /** The call that makes a new stream after this one has ended, for messages. */
    public String successor() {
        return set.successor;
    }

    /** How long each step may take. */
    public StreamTimeouts timeouts() {
        return set.timeouts;
    }

    /** How long to wait before the next attempt to connect. */
    public Backoff backoff() {
        return set.backoff;
    }

    /** How much may wait, and how large it may get. */
    public StreamLimits limits() {
        return set.limits;
    }

    /** The options of requests that are made without any. */
    public RequestOptions requestDefaults() {
        return set.requestDefaults;
    }

    /** Time between two heartbeats; by default 15 s. */
    public Duration heartbeatInterval() {
        return set.heartbeatInterval;
    }

    /** How long the server may be silent after a heartbeat is due; by default 10 s. */
    public Duration heartbeatTimeout() {
        return set.heartbeatTimeout;
    }

    /** The least time between the completion of one write and the start of the next; by default 1,100 ms. */
    public Duration spacing() {
        return set.spacing;
    }

    /** How many distinct keys may be subscribed, over all channels; by default {@link Integer#MAX_VALUE}. */
    public int maxKeys() {
        return set.maxKeys;
    }

    /** The name of {@link #maxKeys} in the user's settings, for messages. */
    public String maxKeysSetting() {
        return set.maxKeysSetting;
    }

    /** How many keys one frame may carry; by default 1,000. */
    public int maxKeysPerFrame() {
        return set.maxKeysPerFrame;
    }

    /** What a frame that subscribes carries. */
    public SubscribeMode subscribeMode() {
        return set.subscribeMode;
    }

    /** How often the stream repeats what the server does not answer. */
    public Resubscription resubscription() {
        return set.resubscription;
    }

    /** How gaps are filled; {@code null} if they are only reported. */
    public @Nullable GapRecovery gapRecovery() {
        return set.gapRecovery;
    }

    /** When a topic without pushes is reported; {@code null} for never. */
    public @Nullable Staleness staleness() {
        return set.staleness;
    }

    /** When a topic that was never pushed is reported; {@code null} for never. */
    public @Nullable FirstPush firstPush() {
        return set.firstPush;
    }

    /** Where listeners are called; {@code null} for a thread of the stream's own, and for {@link #isDirectDelivery}. */
    public @Nullable Executor deliveryExecutor() {
        return set.deliveryExecutor;
    }

    /** After how long a listener that has not returned is reported; by default 5 s. */
    public Duration listenerWarning() {
        return set.listenerWarning;
    }

    /** Whether listeners are called on the event loop. */
    public boolean isDirectDelivery() {
        return set.directDelivery;
    }

    /** The event loops to use; {@code null} for those that all streams share. */
    public @Nullable EventLoopGroup eventLoopGroup() {
        return set.eventLoopGroup;
    }

    /** Certificates trusted beside those of the JDK. */
    public List<X509Certificate> trustedCertificates() {
        return set.trustedCertificates;
    }

    /** The trust and the client certificate of TLS. */
    public StreamTls tls() {
        return set.tls;
    }

    /** The proxy through which to connect; {@code null} for none. */
    public @Nullable ProxyServer proxy() {
        return set.proxy;
    }

    /** Whether permessage-deflate is offered. */
    public boolean isCompression() {
        return set.compression;
    }

    /** Whether headers may travel unencrypted to a host that is not this one. */
    public boolean isPlaintextSecrets() {
        return set.plaintextSecrets;
    }

    /** What counts events of the stream. */
    public StreamMetrics metrics() {
        return set.metrics;
    }

    /** Where to write what is received; {@code null} for nowhere. */
    public @Nullable Recording recording() {
        return set.recording;
    }

    /** Shows no header value. */
    @Override
    public String toString() {
        return "StreamSetup[" + set.name + ", " + uri().getScheme() + "://" + uri().getHost() + ", headers "
                + set.headers.keySet() + "]";
    }
}
