// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.StreamChannels;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The channels of subscriptions: kinds of data that are pushed by key. */
public final class QosChannels {
    /** Subscribe snapshots. Section 5.2. */
    public static final Channel<Snapshot> SNAPSHOTS = new SnapshotsChannel();

    /** Subscribe trades. Section 5.3. */
    public static final Channel<Trade> TRADES = new TradesChannel();

    /** Subscribe order books. Section 5.4. */
    public static final Channel<Depth> DEPTHS = new DepthsChannel();

    /** The channels of all values. Section 5.5. */
    public static final ChannelFamily<KLine> ALL_KLINES = new ChannelFamily<>("kLines");

    private static final Map<KLineType, Channel<KLine>> KLINES = new EnumMap<>(KLineType.class);

    static {
        for (KLineType type : KLineType.values()) {
            if (type != KLineType.UNRECOGNIZED) {
                KLINES.put(type, new KLinesChannel(type));
            }
        }
    }

    /**
     * Subscribe K-lines; a channel for each value. Section 5.5.
     *
     * @param type Length of the bars.
     * @throws IllegalArgumentException if a value is null or UNRECOGNIZED
     */
    public static Channel<KLine> kLines(KLineType type) {
        return Objects.requireNonNull(KLINES.get(Checks.known("type", type, KLineType.UNRECOGNIZED)), "KLines");
    }

    private QosChannels() {}

    private record SnapshotsChannel() implements Channel<Snapshot> {
        @Override
        public String name() {
            return StreamChannels.SNAPSHOTS;
        }

        @Override
        public String canonicalKey(String key) {
            return CodeSpelling.canonical(key);
        }

        @Override
        public Retention retention() {
            return Retention.LATEST_PER_KEY;
        }

        @Override
        public Command subscribe(Collection<String> keys) {
            return new SubscribeSnapshots(keys);
        }

        @Override
        public Command cancel(Collection<String> keys) {
            return new UnsubscribeSnapshots(keys);
        }

        @Override
        public boolean isSame(Snapshot one, Snapshot other) {
            return PushEquality.snapshot(one, other);
        }

        @Override
        public @Nullable Instant time(Snapshot data) {
            return data.time();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private record TradesChannel() implements Channel<Trade> {
        @Override
        public String name() {
            return StreamChannels.TRADES;
        }

        @Override
        public String canonicalKey(String key) {
            return CodeSpelling.canonical(key);
        }

        @Override
        public Retention retention() {
            return Retention.EVERY;
        }

        @Override
        public Command subscribe(Collection<String> keys) {
            return new SubscribeTrades(keys);
        }

        @Override
        public Command cancel(Collection<String> keys) {
            return new UnsubscribeTrades(keys);
        }

        @Override
        public boolean isSame(Trade one, Trade other) {
            return PushEquality.trade(one, other);
        }

        @Override
        public @Nullable Instant time(Trade data) {
            return data.time();
        }

        @Override
        public Recovery<Trade> recovery() {
            return new TradesRecovery();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private record DepthsChannel() implements Channel<Depth> {
        @Override
        public String name() {
            return StreamChannels.DEPTHS;
        }

        @Override
        public String canonicalKey(String key) {
            return CodeSpelling.canonical(key);
        }

        @Override
        public Retention retention() {
            return Retention.LATEST_PER_KEY;
        }

        @Override
        public Command subscribe(Collection<String> keys) {
            return new SubscribeDepths(keys);
        }

        @Override
        public Command cancel(Collection<String> keys) {
            return new UnsubscribeDepths(keys);
        }

        @Override
        public boolean isSame(Depth one, Depth other) {
            return PushEquality.depth(one, other);
        }

        @Override
        public @Nullable Instant time(Depth data) {
            return data.time();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private record KLinesChannel(KLineType type, String name) implements Channel<KLine> {
        private KLinesChannel(KLineType type) {
            this(type, StreamChannels.kLines(type));
        }

        private KLinesChannel {
            Checks.known("type", type, KLineType.UNRECOGNIZED);
        }

        @Override
        public ChannelFamily<KLine> family() {
            return ALL_KLINES;
        }

        @Override
        public String canonicalKey(String key) {
            return CodeSpelling.canonical(key);
        }

        @Override
        public Retention retention() {
            return Retention.LATEST_PER_IDENTITY;
        }

        @Override
        public Command subscribe(Collection<String> keys) {
            return new SubscribeKLines(keys, type);
        }

        @Override
        public Command cancel(Collection<String> keys) {
            return new UnsubscribeKLines(keys, type);
        }

        @Override
        public Object identity(KLine data) {
            return Objects.requireNonNullElse(data.time(), "");
        }

        @Override
        public boolean isSame(KLine one, KLine other) {
            return PushEquality.kLine(one, other);
        }

        @Override
        public @Nullable Instant time(KLine data) {
            return data.time();
        }

        @Override
        public Recovery<KLine> recovery() {
            return new KLinesRecovery(type);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
