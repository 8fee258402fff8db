package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.Results;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentData;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestLimitException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.observe.Violation;
import hk.qos.stream.fixtures.LeakGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls with all instruments of the simulator, whose plan allows three in a request. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class LargeRequestsTest {
    private static final int MOST = 3;

    private final String key = Harness.newKey();
    private final QosSimulator simulator =
            QosSimulator.builder().key(key).unlimited().instruments(MOST).start();
    private final List<String> codes = shuffled(simulator.market().codes());

    @AfterEach
    void stop() {
        simulator.close();
    }

    private QosClient client() {
        return Harness.clientOf(simulator, key)
                .planLimits(Harness.planLimits().withInstruments(MOST).withSpacing(Duration.ZERO))
                .build();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static List<String> shuffled(Iterable<String> codes) {
        List<String> shuffled = new ArrayList<>();
        codes.forEach(shuffled::add);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    @Test
    void everyInterfaceOfInstrumentsAnswersInTheOrderOfTheCall() {
        Map<String, Function<QosClient, Results<? extends InstrumentData>>> calls = Map.of(
                "/instrument-info", qos -> qos.http().instrumentInfo(codes),
                "/snapshot", qos -> qos.http().snapshots(codes),
                "/depth", qos -> qos.http().depths(codes),
                "/trade", qos -> qos.http().trades(1, codes),
                "/kline", qos -> qos.http().kLines(KLineQuery.of(KLineType.DAY, 1, codes)),
                "/history", qos -> qos.http().historyKLines(HistoryKLineQuery.of(KLineType.DAY, 1, codes)));
        try (QosClient qos = client()) {
            calls.forEach((path, call) -> {
                Results<? extends InstrumentData> answer = call.apply(qos);

                assertThat(answer)
                        .as(path)
                        .extracting(InstrumentData::code)
                        .containsExactlyElementsOf(codes.stream()
                                .filter(code -> !answer.missing().contains(code))
                                .toList());
                assertThat(simulator.observations().requests(path)).as(path).hasSize((codes.size() + MOST - 1) / MOST);
            });
        }
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void everyRequestOnTheStreamAnswersInTheOrderOfTheCall() {
        Map<String, Function<QosStream, CompletableFuture<? extends Results<? extends InstrumentData>>>> calls = Map.of(
                "RI", stream -> stream.requestInstrumentInfo(codes),
                "RS", stream -> stream.requestSnapshots(codes),
                "RD", stream -> stream.requestDepths(codes),
                "RT", stream -> stream.requestTrades(1, codes),
                "RK", stream -> stream.requestKLines(List.of(KLineQuery.of(KLineType.DAY, 1, codes))),
                "RH", stream -> stream.requestHistoryKLines(List.of(HistoryKLineQuery.of(KLineType.DAY, 1, codes))));
        try (QosClient qos = client()) {
            calls.forEach((type, call) -> {
                Results<? extends InstrumentData> answer = get(call.apply(qos.stream()));

                assertThat(answer)
                        .as(type)
                        .extracting(InstrumentData::code)
                        .containsExactlyElementsOf(codes.stream()
                                .filter(code -> !answer.missing().contains(code))
                                .toList());
                assertThat(simulator.observations().frames(type)).as(type).hasSize((codes.size() + MOST - 1) / MOST);
            });
        }
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void aRefusedInstrumentCostsOnlyItsOwnRequestOnTheStream() {
        String refused = codes.get(MOST);
        simulator.faults().refuse(refused, "No such instrument.");
        try (QosClient qos = client()) {
            CompletableFuture<Results<Snapshot>> call = qos.stream().requestSnapshots(codes);
            PartialAnswerException partial = (PartialAnswerException)
                    Objects.requireNonNull(catchThrowable(() -> get(call)).getCause());

            assertThat(partial).hasCauseInstanceOf(RefusedException.class).hasMessageStartingWith("requestSnapshots");
            assertThat(partial.failedKeys()).containsExactlyElementsOf(codes.subList(MOST, 2 * MOST));
            assertThat(partial.unsentKeys()).isEmpty();
            assertThat(partial.received(Snapshot.class)).hasSize(codes.size() - MOST);
        }
    }

    @Test
    void cancellingACallOnTheStreamSendsNoFurtherRequest() {
        simulator.faults().loseAnswers("RS");
        try (QosClient qos = client()) {
            CompletableFuture<Results<Snapshot>> call = qos.stream().requestSnapshots(codes);
            await().until(() -> simulator.observations().frames("RS").size() == 1);
            call.cancel(true);
            get(qos.stream().requestDepths(codes.get(0)));

            assertThat(simulator.observations().frames("RS")).hasSize(1);
        }
    }

    @Test
    void moreBarsThanDocumentedAreForThePlanToAllow() {
        HistoryKLineQuery query = HistoryKLineQuery.of(KLineType.HOUR_1, 1_500, codes.get(0));
        try (QosClient qos = client()) {
            assertThatThrownBy(() -> qos.http().historyKLines(query)).isInstanceOf(RequestLimitException.class);
            assertThatThrownBy(() -> qos.stream().requestHistoryKLines(List.of(query)))
                    .isInstanceOf(RequestLimitException.class)
                    .hasMessage("queries[0].count is 1500, and the plan allows 1000 in a request"
                            + " (setting: PlanLimits.withBarsPerRequest)");
            assertThat(simulator.observations().requests()).isEmpty();
        }
        try (QosClient qos = Harness.clientOf(simulator, key)
                .planLimits(Harness.planLimits().withBarsPerRequest(1_500))
                .build()) {
            List<KLine> bars = qos.http().historyKLines(query).get(0).kLines();
            assertThat(bars).hasSize(1_500).doesNotHaveDuplicates();
            assertThat(get(qos.stream().requestHistoryKLines(List.of(query)))
                            .get(0)
                            .kLines())
                    .hasSameSizeAs(bars);
        }
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void theSimulatorRefusesMoreBarsThanItsPlanAllows() {
        try (QosSimulator strict = QosSimulator.builder().key(key).start();
                QosClient qos = Harness.clientOf(strict, key)
                        .planLimits(Harness.planLimits().withBarsPerRequest(1_500))
                        .build()) {
            HistoryKLineQuery query = HistoryKLineQuery.of(KLineType.HOUR_1, 1_001, codes.get(0));
            assertThatThrownBy(() -> qos.http().historyKLines(query))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("kline_reqs[0].co 1001: exceeds the 1000 that the plan permits");
            assertThat(strict.observations().violations())
                    .extracting(Violation::kind)
                    .containsExactly(Violation.Kind.BARS);
        }
    }

    @Test
    void aRefusedInstrumentCostsOnlyItsOwnRequest() {
        String refused = codes.get(MOST);
        simulator.faults().refuse(refused, "No such instrument.");
        try (QosClient qos = client()) {
            PartialAnswerException partial = catchThrowableOfType(
                    PartialAnswerException.class, () -> qos.http().snapshots(codes));

            assertThat(partial).hasCauseInstanceOf(RefusedException.class);
            assertThat(partial.failedKeys()).containsExactlyElementsOf(codes.subList(MOST, 2 * MOST));
            assertThat(partial.unsentKeys()).isEmpty();
            assertThat(partial.received(Snapshot.class)).hasSize(codes.size() - MOST);
        }
    }
}
