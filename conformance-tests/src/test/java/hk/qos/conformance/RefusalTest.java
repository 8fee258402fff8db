package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hk.qos.client.QosStream;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.AuthenticationException;
import hk.qos.error.LimitException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestLimitException;
import hk.qos.error.SubscriptionLimitException;
import hk.qos.simulator.observe.Violation;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Refusals by the server and by the plan: the message, and what continues to work. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class RefusalTest {
    private static final List<String> SOME = List.of("US:AAPL", "US:TSLA", "HK:700", "CF:BTCUSDT", "SZ:000001");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void findsTheRefusedInstrumentAndKeepsTheOthers() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().refuse("HK:700", "No permission for HK:700.");
            RecordingListener<Snapshot> seen = new RecordingListener<>(Snapshot.class);
            Subscription<Snapshot> subscription = harness.stream().subscribeSnapshots(SOME, seen);
            RefusedException refused = refused(subscription);
            assertThat(refused.serverMessage()).isEqualTo("No permission for HK:700.");
            assertThat(refused.isRetryable()).isFalse();
            assertThat(subscription.states())
                    .containsEntry("HK:700", SubscriptionState.REJECTED)
                    .containsEntry("US:AAPL", SubscriptionState.ACTIVE)
                    .containsEntry("SZ:000001", SubscriptionState.ACTIVE);
            assertThat(subscription.rejection("HK:700")).isEqualTo("No permission for HK:700.");
            assertThat(subscription.rejection("US:AAPL")).isNull();
            Harness.await(
                    "pushes of the others",
                    () -> assertThat(seen.data())
                            .extracting(Snapshot::code)
                            .contains("US:AAPL", "US:TSLA", "CF:BTCUSDT", "SZ:000001"));
            assertThat(seen.all()).anyMatch(StreamEvent.Rejected.class::isInstance);
            assertThat(harness.event(StreamEvent.Rejected.class).topic().key()).isEqualTo("HK:700");
            assertThat(harness.stream().state()).isEqualTo(StreamState.READY);
            assertThat(harness.subscribed())
                    .containsOnlyKeys("S")
                    .containsValue(Set.of("US:AAPL", "US:TSLA", "CF:BTCUSDT", "SZ:000001"));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void doesNotSubscribeToRefusedInstrumentsAfterAReconnect() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().refuse("HK:700", "No.");
            Subscription<Snapshot> subscription =
                    harness.stream().subscribeSnapshots(SOME, new RecordingListener<>(Snapshot.class));
            refused(subscription);
            harness.simulator.observations().clear();
            harness.simulator.faults().cut();
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(harness.simulator.observations().frames("S"))
                    .singleElement()
                    .satisfies(frame -> assertThat(frame.text()).doesNotContain("HK"));
            assertThat(subscription.states()).containsEntry("HK:700", SubscriptionState.REJECTED);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void rejectsAllInstrumentsOfAFrameIfEachIsRefused() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().refuseFrames("T", "No trades today.", 100);
            Subscription<Trade> trades = harness.stream().subscribeTrades(SOME, new RecordingListener<>(Trade.class));
            assertThat(refused(trades).serverMessage()).isEqualTo("No trades today.");
            assertThat(trades.states().values()).containsOnly(SubscriptionState.REJECTED);
            assertThat(harness.simulator.observations().frames("T")).hasSize(3);
            Harness.get(harness.stream()
                    .subscribeDepths(SOME, new RecordingListener<>(Depth.class))
                    .ready());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void expiredKeyThrowsAuthenticationExceptionEverywhere() throws Exception {
        try (Harness harness = Harness.start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().expireKeys();
            List<Throwable> told = new ArrayList<>();
            told.add(catchThrowable(() -> harness.client.http().snapshots("US:AAPL")));
            told.add(catchThrowable(() -> Harness.get(harness.stream().requestDepths("US:AAPL")))
                    .getCause());
            told.add(catchThrowable(() -> Harness.get(harness.stream()
                            .subscribeTrades(List.of("US:AAPL"), new RecordingListener<>(Trade.class))
                            .ready()))
                    .getCause());
            harness.simulator.faults().cut();
            told.add(harness.event(StreamEvent.ConnectFailed.class).cause());
            assertThat(told)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    AuthenticationException.class,
                                    refused ->
                                            assertThat(refused.serverMessage()).isEqualTo("Key expired."))
                            .hasMessageContaining("Key expired.; check that the API key is right"));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void refusedRequestFailsAloneWithTheServersMessage() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().refuse("US:TSLA", "Not for you: 不可用.");
            assertThatThrownBy(() -> Harness.get(harness.stream().requestDepths("US:AAPL", "US:TSLA")))
                    .hasCauseInstanceOf(RefusedException.class)
                    .hasMessageContaining("Not for you: 不可用.");
            assertThat(Harness.get(harness.stream().requestDepths("US:AAPL"))).hasSize(1);
            assertThatThrownBy(() -> harness.client.http().depths("US:TSLA"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Not for you: 不可用.");
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void refusesTheEleventhInstrumentWithoutSending() throws Exception {
        try (Harness harness = Harness.builder()
                .simulator(s -> s.instruments(10))
                .client(c -> c.splitLargeRequests(false))
                .start()) {
            List<String> ten = codes(1, 10);
            Harness.get(harness.stream()
                    .subscribeSnapshots(ten, new RecordingListener<>(Snapshot.class))
                    .ready());
            int frames = harness.frames(1).size();
            assertThatThrownBy(() ->
                            harness.stream().subscribeTrades(List.of("US:MSFT"), new RecordingListener<>(Trade.class)))
                    .isInstanceOf(SubscriptionLimitException.class)
                    .hasMessageContaining("10")
                    .hasMessageContaining("PlanLimits.withStreamInstruments");
            assertThatThrownBy(() -> harness.client.http().snapshots(codes(1, 11)))
                    .isInstanceOfAny(RequestLimitException.class, LimitException.class)
                    .hasMessageContaining("11");
            Harness.get(harness.stream()
                    .subscribeTrades(ten, new RecordingListener<>(Trade.class))
                    .ready());
            assertThat(harness.frames(1)).hasSize(frames + 1);
            assertThat(harness.simulator.observations().requests("/snapshot")).isEmpty();
            assertThat(harness.simulator.observations().violations()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void refusesElevenInstrumentsAtOnceWithoutSending() throws Exception {
        try (Harness harness =
                Harness.builder().simulator(s -> s.instruments(10)).start()) {
            QosStream stream = harness.stream();
            List<String> eleven = codes(1, 11);
            List<ThrowingCallable> subscribing = List.of(
                    () -> stream.subscribeSnapshots(eleven, new RecordingListener<>(Snapshot.class)),
                    () -> stream.subscribeDepths(eleven),
                    () -> stream.subscribeTrades(List.of("HK:1,2,3,4,5,6,7,8,9,10,11")),
                    () -> stream.subscribeKLines(KLineType.DAY, eleven, new RecordingListener<>(KLine.class)));
            assertThat(subscribing)
                    .allSatisfy(subscribe -> assertThatThrownBy(subscribe)
                            .isInstanceOf(SubscriptionLimitException.class)
                            .hasMessage("subscribing 11 more keys would make 11 distinct keys, and at most 10 are"
                                    + " allowed (setting: PlanLimits.withStreamInstruments)"));
            Harness.get(stream.subscribeSnapshots(codes(1, 10), new RecordingListener<>(Snapshot.class))
                    .ready());
            assertThat(harness.simulator.observations().violations()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reportsTheServersMessageIfThePlanIsSmaller() throws Exception {
        try (Harness harness = Harness.builder()
                .simulator(s -> s.instruments(3))
                .client(c -> c.planLimits(Harness.planLimits().withInstruments(100)))
                .start()) {
            Harness.get(harness.stream()
                    .subscribeSnapshots(codes(1, 3), new RecordingListener<>(Snapshot.class))
                    .ready());
            Subscription<Snapshot> fourth =
                    harness.stream().subscribeSnapshots(codes(4, 4), new RecordingListener<>(Snapshot.class));
            assertThat(refused(fourth).serverMessage()).isEqualTo("Too many instruments: 4, the plan permits 3");
            assertThat(harness.simulator.observations().violations())
                    .extracting(Violation::kind)
                    .containsExactly(Violation.Kind.INSTRUMENTS);
        }
    }

    private static List<String> codes(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "HK:" + i).toList();
    }

    private static RefusedException refused(Subscription<?> subscription) {
        ExecutionException failure =
                catchThrowableOfType(ExecutionException.class, () -> Harness.get(subscription.ready()));
        assertThat(failure).hasCauseInstanceOf(RefusedException.class);
        return (RefusedException) Objects.requireNonNull(failure.getCause());
    }
}
