// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import java.time.Duration;
import java.util.List;

/** The commands of the stream, and what the document says of all of them. */
public final class StreamOperations {
    /** The URL of the live service. */
    public static final String SERVER = "wss://api.qos.hk/ws";

    /** The header of the upgrade request that carries the API key. */
    public static final String KEY_HEADER = "key";

    /** {@code instruments} of the document; plans can differ. */
    public static final int INSTRUMENTS = 10;

    /** {@code connections} of the document; plans can differ. */
    public static final int CONNECTIONS = 1;

    /** {@code spacing} of the document; plans can differ. */
    public static final Duration SPACING = Duration.ofSeconds(1);

    /** {@code heartbeatInterval} of the document; plans can differ. */
    public static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);

    /** {@code heartbeatMinimum} of the document; plans can differ. */
    public static final Duration HEARTBEAT_MINIMUM = Duration.ofSeconds(10);

    /** {@code heartbeatMaximum} of the document; plans can differ. */
    public static final Duration HEARTBEAT_MAXIMUM = Duration.ofSeconds(30);

    /** Heartbeat. Section 5.1. */
    public static final StreamOperation HEARTBEAT = new StreamOperation(
            "heartbeat", "5.1", "Heartbeat", List.of("H"));

    /** Subscribe snapshots. Section 5.2. */
    public static final StreamOperation SUBSCRIBE_SNAPSHOTS = new StreamOperation(
            "subscribeSnapshots", "5.2", "Subscribe snapshots", List.of("S", "SC"));

    /** Subscribe trades. Section 5.3. */
    public static final StreamOperation SUBSCRIBE_TRADES = new StreamOperation(
            "subscribeTrades", "5.3", "Subscribe trades", List.of("T", "TC"));

    /** Subscribe order books. Section 5.4. */
    public static final StreamOperation SUBSCRIBE_DEPTHS = new StreamOperation(
            "subscribeDepths", "5.4", "Subscribe order books", List.of("D", "DC"));

    /** Subscribe K-lines. Section 5.5. */
    public static final StreamOperation SUBSCRIBE_KLINES = new StreamOperation(
            "subscribeKLines", "5.5", "Subscribe K-lines", List.of("K", "KC"));

    /** Request snapshots. Section 5.6. */
    public static final StreamOperation REQUEST_SNAPSHOTS = new StreamOperation(
            "requestSnapshots", "5.6", "Request snapshots", List.of("RS"));

    /** Request the latest trades. Section 5.7. */
    public static final StreamOperation REQUEST_TRADES = new StreamOperation(
            "requestTrades", "5.7", "Request the latest trades", List.of("RT"));

    /** Request order books. Section 5.8. */
    public static final StreamOperation REQUEST_DEPTHS = new StreamOperation(
            "requestDepths", "5.8", "Request order books", List.of("RD"));

    /** Request the latest K-lines. Section 5.9. */
    public static final StreamOperation REQUEST_KLINES = new StreamOperation(
            "requestKLines", "5.9", "Request the latest K-lines", List.of("RK"));

    /** Request past K-lines. Section 5.10. */
    public static final StreamOperation REQUEST_HISTORY_KLINES = new StreamOperation(
            "requestHistoryKLines", "5.10", "Request past K-lines", List.of("RH"));

    /** Request instrument information. Section 5.11. */
    public static final StreamOperation REQUEST_INSTRUMENT_INFO = new StreamOperation(
            "requestInstrumentInfo", "5.11", "Request instrument information", List.of("RI"));

    private static final List<StreamOperation> ALL = List.of(
            HEARTBEAT,
            SUBSCRIBE_SNAPSHOTS,
            SUBSCRIBE_TRADES,
            SUBSCRIBE_DEPTHS,
            SUBSCRIBE_KLINES,
            REQUEST_SNAPSHOTS,
            REQUEST_TRADES,
            REQUEST_DEPTHS,
            REQUEST_KLINES,
            REQUEST_HISTORY_KLINES,
            REQUEST_INSTRUMENT_INFO);

    private StreamOperations() {}

    /** Returns all commands, in the order of the document. */
    public static List<StreamOperation> all() {
        return ALL;
    }
}
