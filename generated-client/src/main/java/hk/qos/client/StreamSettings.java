package hk.qos.client;

import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options of the stream: those that follow from the client's settings, changed by the caller's. */
final class StreamSettings {
    private static final Logger LOG = LoggerFactory.getLogger(QosClient.class);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(10);

    private StreamSettings() {}

    static StreamSetup of(QosClientBuilder set, Endpoints to) {
        StreamSetupBuilder options = StreamSetup.builder(to.wsUrl())
                .name("qos")
                .successor("QosClient.stream()")
                .heartbeatInterval(StreamOperations.HEARTBEAT_INTERVAL)
                .heartbeatTimeout(HEARTBEAT_TIMEOUT)
                .maxKeys(set.planLimits.streamInstruments(), QosClient.STREAM_INSTRUMENTS_SETTING)
                .spacing(set.planLimits.spacing())
                .metrics(set.streamMetrics)
                .trustedCertificates(set.tls.trusted())
                .tls(set.tls.build())
                .proxy(to.wsProxy().proxy());
        if (set.apiKey != null) {
            options.header(StreamOperations.KEY_HEADER, set.apiKey);
        }
        if (set.plaintextKey) {
            options.allowPlaintextSecrets();
        }
        set.stream.accept(options);
        StreamSetup built = options.build();
        warnOfHeartbeat(built.heartbeatInterval());
        return built;
    }

    /** Another interval is allowed: the service may close such a connection, a simulator may need one. */
    private static void warnOfHeartbeat(Duration interval) {
        if (interval.compareTo(StreamOperations.HEARTBEAT_MINIMUM) < 0
                || interval.compareTo(StreamOperations.HEARTBEAT_MAXIMUM) > 0) {
            LOG.warn(
                    "stream.heartbeat is {} ms, and the service documents {} to {} ms",
                    interval.toMillis(),
                    StreamOperations.HEARTBEAT_MINIMUM.toMillis(),
                    StreamOperations.HEARTBEAT_MAXIMUM.toMillis());
        }
    }
}
