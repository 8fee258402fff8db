package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Everything about a stream that can be set. Immutable; {@link #toString} shows no header value. */
public final class StreamOptions {
    private final StreamOptionsBuilder set;

    StreamOptions(StreamOptionsBuilder set) {
        this.set = set;
    }

    /**
     * A builder with the defaults.
     *
     * @param uri {@code wss://host[:port]/path}, or {@code ws://}
     * @throws IllegalArgumentException if it is another address, or carries credentials
     */
    public static StreamOptionsBuilder builder(URI uri) {
        return new StreamOptionsBuilder(Checks.required("uri", uri));
    }

    /** A builder that starts from these options. */
    public StreamOptionsBuilder toBuilder() {
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

    /** What a user calls for a new stream once this one has ended; part of messages. */
    public String successor() {
        return set.successor;
    }

    /** How long each step may take. */
    public Deadlines deadlines() {
        return set.deadlines;
    }

    /** How long to wait before the next attempt to connect. */
    public Backoff backoff() {
        return set.backoff;
    }

    /** How much may wait, and how large it may get. */
    public Limits limits() {
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

    /** How much longer than that the server may be silent before it counts as dead; by default 10 s. */
    public Duration silenceGrace() {
        return set.silenceGrace;
    }

    /** The least time between the completion of one write and the start of the next; by default 1,100 ms. */
    public Duration spacing() {
        return set.spacing;
    }

    /** How many distinct keys may be subscribed, over all channels; by default {@link Integer#MAX_VALUE}. */
    public int maxKeys() {
        return set.maxKeys;
    }

    /** What {@link #maxKeys} is called in the caller's own settings; named when the limit refuses a call. */
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

    /** How often what the server leaves unanswered is asked for again. */
    public Resubscription resubscription() {
        return set.resubscription;
    }

    /** How gaps are filled; {@code null} if they are only reported. */
    public @Nullable GapRecovery gapRecovery() {
        return set.gapRecovery;
    }

    /** When a topic without pushes is told of; {@code null} for never. */
    public @Nullable Staleness staleness() {
        return set.staleness;
    }

    /** When a topic of which nothing was ever pushed is told of; {@code null} for never. */
    public @Nullable FirstPush firstPush() {
        return set.firstPush;
    }

    /** Where listeners are called; {@code null} for a thread of the stream's own, and for {@link #isDirectDelivery}. */
    public @Nullable Executor deliveryExecutor() {
        return set.deliveryExecutor;
    }

    /** After how long a listener that has not returned is told of; by default 5 s. */
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

    /** Whom TLS trusts, and what it shows of itself. */
    public StreamTls tls() {
        return set.tls;
    }

    /** The proxy through which to connect; {@code null} for none. */
    public @Nullable StreamProxy proxy() {
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

    /** Who counts what happens. */
    public StreamMetrics metrics() {
        return set.metrics;
    }

    /** Where to write down what is received; {@code null} for nowhere. */
    public @Nullable Recording recording() {
        return set.recording;
    }

    @Override
    public String toString() {
        return "StreamOptions[" + set.name + ", " + uri().getScheme() + "://" + uri().getHost() + ", headers "
                + set.headers.keySet() + "]";
    }
}
