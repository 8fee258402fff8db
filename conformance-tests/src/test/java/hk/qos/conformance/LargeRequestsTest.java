package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentData;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.RefusedException;
import hk.qos.simulator.QosSimulator;
import hk.qos.stream.fixtures.LeakGuard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
                .planLimits(PlanLimits.defaults().withInstruments(MOST).withRequestsPerMinute(1000))
                .build();
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
