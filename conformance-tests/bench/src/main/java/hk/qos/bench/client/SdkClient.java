package hk.qos.bench.client;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.client.model.KLineType;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** This SDK through its public API, with the defaults of a user; the queued one counts what is replaced by metrics. */
final class SdkClient {
    private static final int PLENTY = 20_000;

    private SdkClient() {}

    static AutoCloseable direct(URI server, List<String> codes, Meter meter) {
        return start(server, codes, meter, builder -> builder.stream(StreamOptions::directDelivery));
    }

    static AutoCloseable queued(URI server, List<String> codes, Meter meter) {
        return start(
                server,
                codes,
                meter,
                builder -> builder.streamMetrics(new StreamMetrics() {
                    @Override
                    public void conflated(String channel) {
                        meter.replaced();
                    }
                }));
    }

    private static AutoCloseable start(URI server, List<String> codes, Meter meter, Consumer<QosClientBuilder> set) {
        PlanLimits limits = PlanLimits.defaults()
                .withInstruments(PLENTY)
                .withStreamInstruments(PLENTY)
                .withSpacing(Duration.ofMillis(1));
        QosClientBuilder builder = QosClient.builder()
                .apiKey("the-key-of-the-benchmark")
                .wsUrl(server.toString())
                .planLimits(limits);
        set.accept(builder);
        QosClient client = builder.build();
        QosStream stream = client.stream();
        stream.subscribeSnapshots(codes, push -> meter.push(push, push.time().getEpochSecond()));
        stream.subscribeTrades(codes, push -> meter.push(push, push.time().getEpochSecond()));
        stream.subscribeDepths(codes, push -> meter.push(push, push.time().getEpochSecond()));
        stream.subscribeKLines(
                KLineType.DAY, codes, push -> meter.push(push, push.time().getEpochSecond()));
        return client;
    }
}
