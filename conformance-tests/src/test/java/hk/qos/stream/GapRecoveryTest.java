package hk.qos.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Trade;
import hk.qos.simulator.QosSimulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a cut, every trade is delivered exactly once, live or recovered, and bars of the meantime are recovered. */
@Timeout(60)
class GapRecoveryTest {
    private static final String CODE = "CF:BTCUSDT";

    private final List<Trade> trades = new CopyOnWriteArrayList<>();
    private final List<Trade> recoveredTrades = new CopyOnWriteArrayList<>();
    private final List<KLine> bars = new CopyOnWriteArrayList<>();
    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void deliversEachTradeOnceAfterACut() {
        try (QosSimulator simulator = QosSimulator.builder()
                        .unlimited()
                        .pushRate(4)
                        .key("a-key-for-this-test")
                        .start();
                QosClient client = client(simulator)) {
            QosStream stream = client.stream();
            stream.onEvent(events::add);
            stream.subscribeTrades(List.of(CODE), listener()).ready().join();
            stream.subscribeKLines(KLineType.MINUTE_1, List.of(CODE), bars::add)
                    .ready()
                    .join();
            await().until(() -> trades.size() >= 4 && !bars.isEmpty());

            simulator.faults().cut();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(events)
                            .filteredOn(StreamEvent.Recovered.class::isInstance)
                            .hasSize(2));
            int sofar = trades.size();
            await().until(() -> trades.size() >= sofar + 4);
            List<Trade> had = List.copyOf(trades);
            List<Trade> all = stream.requestTrades(50, CODE).join();

            int first = all.indexOf(had.get(0));
            assertThat(first).isNotNegative();
            assertThat(had).containsExactlyInAnyOrderElementsOf(all.subList(first, first + had.size()));
            assertThat(recoveredTrades).isNotEmpty();
            assertThat(recovered("trades")).satisfies(event -> {
                assertThat(event.complete()).isTrue();
                assertThat(event.count()).isEqualTo(recoveredTrades.size());
            });
            assertThat(recovered("kLines(MINUTE_1)").complete()).isTrue();
        }
    }

    private StreamEvent.Recovered recovered(String channel) {
        return events.stream()
                .filter(StreamEvent.Recovered.class::isInstance)
                .map(StreamEvent.Recovered.class::cast)
                .filter(event -> event.topic().equals(new Topic(channel, CODE)))
                .findFirst()
                .orElseThrow();
    }

    private StreamListener<Trade> listener() {
        return new StreamListener<>() {
            @Override
            public void onData(Trade data) {
                trades.add(data);
            }

            @Override
            public void onRecovered(Trade data) {
                recoveredTrades.add(data);
                trades.add(data);
            }
        };
    }

    private static QosClient client(QosSimulator simulator) {
        Duration pause = Duration.ofMillis(1_500);
        return QosClient.builder()
                .apiKey("a-key-for-this-test")
                .httpUrl(simulator.httpUri().toString())
                .wsUrl(simulator.wsUri().toString())
                .planLimits(PlanLimits.defaults().withSpacing(Duration.ofMillis(20)))
                .stream(options -> options.recoverGaps(GapRecovery.defaults())
                        .backoff(Backoff.defaults()
                                .withBase(pause)
                                .withFirstJitter(Duration.ofMillis(1))
                                .withMaxJitter(Duration.ofMillis(1))))
                .build();
    }
}
