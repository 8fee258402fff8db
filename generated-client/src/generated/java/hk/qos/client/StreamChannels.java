// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.model.KLineType;
import hk.qos.stream.internal.check.Checks;

/**
 * The names of the stream's channels, as in {@link hk.qos.stream.Topic#channel}, {@link hk.qos.stream.Subscription#channel},
 * events, metrics and log lines. Later versions may add names, and change none.
 */
public final class StreamChannels {
    /** The channel of {@link QosStream#subscribeSnapshots}. Section 5.2. */
    public static final String SNAPSHOTS = "snapshots";

    /** The channel of {@link QosStream#subscribeTrades}. Section 5.3. */
    public static final String TRADES = "trades";

    /** The channel of {@link QosStream#subscribeDepths}. Section 5.4. */
    public static final String DEPTHS = "depths";

    /**
     * The channel of {@link QosStream#subscribeKLines}. Section 5.5. For example {@code kLines(MINUTE_1)}.
     *
     * @param type Length of the bars.
     * @throws IllegalArgumentException if a value is null or UNRECOGNIZED
     */
    public static String kLines(KLineType type) {
        return "kLines(" + Checks.known("type", type, KLineType.UNRECOGNIZED) + ")";
    }

    private StreamChannels() {}
}
