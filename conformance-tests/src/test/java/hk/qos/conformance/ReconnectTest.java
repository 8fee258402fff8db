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
import hk.qos.stream.fixtures.LeakGuard;
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

/** Lost connections: what is restored, how, and which events report it. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
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
    void restoresWithOneFrameForEachTypeAndOneSecondSpacing() throws Exception {
        try (Harness harness =
                Harness.builder().simulator(s -> s.instruments(10)).spaced().start()) {
            QosStream stream = harness.stream();
            List<Subscription<?>> all = List.of(
                    stream.subscribeSnapshots(TEN, new RecordingListener<>(Snapshot.class)),
                    stream.subscribeTrades(TEN, new RecordingListener<>(Trade.class)),
                    stream.subscribeDepths(TEN, new RecordingListener<>(Depth.class)),
                    stream.subscribeKLines(KLineType.DAY, TEN, new RecordingListener<>(KLine.class)));
            harness.event(StreamEvent.Ready.class);
            harness.simulator.faults().cut();
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(harness.frames(2)).extracting(ReceivedFrame::type).containsExactlyInAnyOrder("S", "T", "D", "K");
            Set<String> codes = Set.copyOf(TEN);
            assertThat(harness.subscribed()).isEqualTo(Map.of("S", codes, "T", codes, "D", codes, "K 1001", codes));
            assertThat(all).allSatisfy(one -> assertThat(one.states().values()).containsOnly(SubscriptionState.ACTIVE));
            assertThat(gapsMillis(harness)).hasSizeGreaterThanOrEqualTo(7).allMatch(gap -> gap >= 1000);
            assertThat(harness.simulator.observations().violations()).isEmpty();
        }
    }

    /** The intervals between all frames of all connections, as the server received them. */
    private static List<Long> gapsMillis(Harness harness) {
        List<ReceivedFrame> frames = harness.simulator.observations().frames();
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

        void run(Harness harness) {
            Faults faults = harness.simulator.faults();
            switch (this) {
                case CUT -> faults.cut();
                case RESET -> faults.reset();
                case ASKED_FOR -> harness.stream().reconnect();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    @Execution(ExecutionMode.CONCURRENT)
    void reportsTheGapOfEachInstrumentBeforeItsNextPush(Loss loss) throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(harness.stream().subscribeTrades(TWO, seen).ready());
            seen.awaitData(4);
            loss.run(harness);
            harness.event(StreamEvent.Ready.class, 2);
            seen.awaitData(4);

            List<Object> after = seen.after(StreamEvent.Disconnected.class);
            for (String code : TWO) {
                assertThat(after)
                        .filteredOn(told -> isAbout(told, code))
                        .first()
                        .isInstanceOfSatisfying(StreamEvent.Gap.class, gap -> {
                            assertThat(gap.from()).isBefore(gap.to());
                            assertThat(gap.reason()).isNotBlank();
                        });
            }
            assertThat(harness.events(StreamEvent.Gap.class)).hasSize(2);
            assertThat(harness.events(StreamEvent.Resumed.class))
                    .singleElement()
                    .satisfies(resumed -> assertThat(resumed.keys()).containsExactlyInAnyOrderElementsOf(TWO));
            assertThat(harness.simulator.observations().connections()).hasSize(2);
        }
    }

    /** Whether an item is a push or the gap of this instrument. */
    private static boolean isAbout(Object told, String code) {
        if (told instanceof Trade trade) {
            return trade.code().equals(code);
        }
        return told instanceof StreamEvent.Gap gap && gap.topic().key().equals(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013, 3000, 4999})
    @Execution(ExecutionMode.CONCURRENT)
    void reconnectsAfterTheServerCloses(int code) throws Exception {
        try (Harness harness = Harness.start()) {
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            harness.simulator.faults().close(code, "maintenance at noon");
            StreamEvent.Disconnected loss = harness.event(StreamEvent.Disconnected.class);
            assertThat(loss.cause())
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining(String.valueOf(code));
            Duration wait = harness.event(StreamEvent.BackingOff.class).delay();
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(code == 1008 ? 200 : 20));
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reconnectsAfterEachClose1009() throws Exception {
        try (Harness harness = Harness.start()) {
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            for (int ready = 2; ready < 5; ready++) {
                harness.simulator.faults().close(1009, "too big");
                harness.event(StreamEvent.Ready.class, ready);
            }
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void repeatsUnansweredRequestsAfterAReconnect() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().loseAnswers("RS", 1);
            CompletableFuture<Results<Snapshot>> answer = harness.stream().requestSnapshots("US:AAPL");
            Harness.until(
                    "the request arrived",
                    () -> !harness.simulator.observations().frames("RS").isEmpty());
            harness.simulator.faults().cut();
            assertThat(Harness.get(answer)).hasSize(1);
            assertThat(harness.simulator.observations().frames("RS"))
                    .hasSize(2)
                    .extracting(ReceivedFrame::text)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.contains("US:AAPL"));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void failsNonRepeatableRequestsWhenTheConnectionIsLost() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().loseAnswers("RD");
            CompletableFuture<Results<Depth>> answer = harness.stream()
                    .requestDepths(List.of("US:AAPL"), RequestOptions.defaults().withRetryOnReconnect(false));
            Harness.until(
                    "the request arrived",
                    () -> !harness.simulator.observations().frames("RD").isEmpty());
            harness.simulator.faults().cut();
            assertThatThrownBy(() -> Harness.get(answer))
                    .cause()
                    .isInstanceOfSatisfying(
                            ConnectionLostException.class,
                            lost -> assertThat(lost.outcome()).isEqualTo(ConnectionLostException.Outcome.UNKNOWN));
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(harness.simulator.observations().frames("RD")).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void restoresAfterRepeatedCuts() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            for (int i = 1; i <= 20; i++) {
                harness.simulator.faults().cut();
                harness.event(StreamEvent.Disconnected.class, i);
                harness.event(StreamEvent.Connected.class, i + 1);
            }
            Harness.until("restored", () -> harness.stream().state() == StreamState.READY);
            seen.awaitData(2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(harness.events(StreamEvent.Disconnected.class)).hasSize(20);
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }
}
