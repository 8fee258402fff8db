package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosStream;
import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.ConnectionLostException;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.observe.ReceivedFrame;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is lost: what is restored, how, and what is said about it. */
@ExtendWith(LeakGuard.class)
class ReconnectTest {
    private static final List<String> TEN = List.of(
            "US:AAPL",
            "US:TSLA",
            "HK:700",
            "HK:9988",
            "SH:600519",
            "SZ:000001",
            "CF:BTCUSDT",
            "CF:ETHUSDT",
            "FX:EURUSD",
            "CM:XAUUSD");
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void restoresEverythingInOneFrameForEachTypeWithASecondBetweenAnyTwo() throws Exception {
        try (Harness rig =
                Harness.builder().simulator(s -> s.instruments(10)).spaced().start()) {
            QosStream stream = rig.stream();
            List<Subscription<?>> all = List.of(
                    stream.subscribeSnapshot(TEN, new RecordingListener<>(Snapshot.class)),
                    stream.subscribeTrades(TEN, new RecordingListener<>(Trade.class)),
                    stream.subscribeDepth(TEN, new RecordingListener<>(Depth.class)),
                    stream.subscribeKline(KLineType.DAY, TEN, new RecordingListener<>(KLine.class)));
            rig.event(StreamEvent.Ready.class);
            rig.simulator.faults().cut();
            rig.event(StreamEvent.Ready.class, 2);
            assertThat(rig.frames(2)).extracting(ReceivedFrame::type).containsExactlyInAnyOrder("S", "T", "D", "K");
            Set<String> codes = Set.copyOf(TEN);
            assertThat(rig.subscribed()).isEqualTo(Map.of("S", codes, "T", codes, "D", codes, "K 1001", codes));
            assertThat(all).allSatisfy(one -> assertThat(one.states().values()).containsOnly(SubscriptionState.ACTIVE));
            assertThat(gapsMillis(rig)).hasSizeGreaterThanOrEqualTo(7).allMatch(gap -> gap >= 1000);
            assertThat(rig.simulator.observations().violations()).isEmpty();
        }
    }

    /** Between all frames of all connections, as the server saw them come. */
    private static List<Long> gapsMillis(Harness rig) {
        List<ReceivedFrame> frames = rig.simulator.observations().frames();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            gaps.add(TimeUnit.NANOSECONDS.toMillis(
                    frames.get(i).nanos() - frames.get(i - 1).nanos()));
        }
        return gaps;
    }

    /** Ways to lose a connection. */
    enum Loss {
        CUT,
        RESET,
        ASKED_FOR;

        void happen(Harness rig) {
            Faults faults = rig.simulator.faults();
            switch (this) {
                case CUT -> faults.cut();
                case RESET -> faults.reset();
                case ASKED_FOR -> rig.stream().reconnect();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    @Execution(ExecutionMode.CONCURRENT)
    void tellsTheGapOfEachInstrumentBeforeItsNextPush(Loss loss) throws Exception {
        try (Harness rig = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(rig.stream().subscribeTrades(TWO, seen).ready());
            seen.awaitData(4);
            loss.happen(rig);
            rig.event(StreamEvent.Ready.class, 2);
            seen.awaitData(4);

            List<Object> after = seen.after(StreamEvent.Disconnected.class);
            for (String code : TWO) {
                assertThat(after)
                        .filteredOn(told -> isAbout(told, code))
                        .first()
                        .isInstanceOfSatisfying(StreamEvent.Gap.class, gap -> {
                            assertThat(gap.from()).isBefore(gap.to());
                            assertThat(gap.cause()).isNotBlank();
                        });
            }
            assertThat(rig.events(StreamEvent.Gap.class)).hasSize(2);
            assertThat(rig.events(StreamEvent.Resumed.class))
                    .singleElement()
                    .satisfies(resumed -> assertThat(resumed.keys()).containsExactlyInAnyOrderElementsOf(TWO));
            assertThat(rig.simulator.observations().connections()).hasSize(2);
        }
    }

    /** Whether it is a push or the gap of this instrument. */
    private static boolean isAbout(Object told, String code) {
        if (told instanceof Trade trade) {
            return trade.code().equals(code);
        }
        return told instanceof StreamEvent.Gap gap && gap.topic().key().equals(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013, 3000, 4999})
    @Execution(ExecutionMode.CONCURRENT)
    void goesOnAfterTheServerClosed(int code) throws Exception {
        try (Harness rig = Harness.start()) {
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            rig.simulator.faults().close(code, "maintenance at noon");
            StreamEvent.Disconnected loss = rig.event(StreamEvent.Disconnected.class);
            assertThat(loss.cause())
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining(String.valueOf(code));
            Duration wait = rig.event(StreamEvent.BackingOff.class).delay();
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(code == 1008 ? 200 : 20));
            rig.event(StreamEvent.Ready.class, 2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void goesOnHoweverOftenTheServerFindsItsMessagesTooBig() throws Exception {
        try (Harness rig = Harness.start()) {
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            for (int ready = 2; ready < 5; ready++) {
                rig.simulator.faults().close(1009, "too big");
                rig.event(StreamEvent.Ready.class, ready);
            }
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksAgainForWhatWasNotAnswered() throws Exception {
        try (Harness rig = Harness.start()) {
            rig.simulator.faults().loseAnswers("RS", 1);
            CompletableFuture<Results<Snapshot>> answer = rig.stream().requestSnapshot("US:AAPL");
            Harness.until(
                    "the request arrived",
                    () -> !rig.simulator.observations().frames("RS").isEmpty());
            rig.simulator.faults().cut();
            assertThat(Harness.get(answer)).hasSize(1);
            assertThat(rig.simulator.observations().frames("RS"))
                    .hasSize(2)
                    .extracting(ReceivedFrame::text)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.contains("US:AAPL"));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void failsAtOnceWhatMustNotBeAskedAgain() throws Exception {
        try (Harness rig = Harness.start()) {
            rig.simulator.faults().loseAnswers("RD");
            CompletableFuture<Results<Depth>> answer = rig.stream()
                    .requestDepth(List.of("US:AAPL"), RequestOptions.defaults().withRetryOnReconnect(false));
            Harness.until(
                    "the request arrived",
                    () -> !rig.simulator.observations().frames("RD").isEmpty());
            rig.simulator.faults().cut();
            assertThatThrownBy(() -> Harness.get(answer))
                    .cause()
                    .isInstanceOfSatisfying(
                            ConnectionLostException.class,
                            lost -> assertThat(lost.outcome()).isEqualTo(ConnectionLostException.Outcome.UNKNOWN));
            rig.event(StreamEvent.Ready.class, 2);
            assertThat(rig.simulator.observations().frames("RD")).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void survivesAConnectionThatIsCutAgainAndAgain() throws Exception {
        try (Harness rig = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            for (int i = 1; i <= 20; i++) {
                rig.simulator.faults().cut();
                rig.event(StreamEvent.Disconnected.class, i);
                rig.event(StreamEvent.Connected.class, i + 1);
            }
            Harness.until("restored", () -> rig.stream().state() == StreamState.READY);
            seen.awaitData(2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(rig.events(StreamEvent.Disconnected.class)).hasSize(20);
            assertThat(rig.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }
}
