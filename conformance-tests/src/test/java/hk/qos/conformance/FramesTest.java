package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.ProtocolException;
import hk.qos.simulator.fault.Faults;
import hk.qos.stream.Resubscription;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Frames that nobody should send, and one instrument that no server survives. */
@ExtendWith(LeakGuard.class)
class FramesTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aFewDamagedFramesAreToldAndSkipped() throws Exception {
        try (Harness rig = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(rig.stream().subscribeTrades(TWO, seen).ready());
            Faults faults = rig.simulator.faults();
            faults.sendMalformedFrame();
            faults.send("");
            faults.send("[]");
            faults.send("{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":[],\"v\":\"1\"}");
            faults.send("{\"tp\":\"Z\",\"c\":\"US:AAPL\"}");
            faults.sendBinary("{\"tp\":\"T\",\"c\":\"US:AAPL\"}".getBytes(StandardCharsets.UTF_8));
            rig.event(StreamEvent.Malformed.class, 3);
            seen.awaitData(3);
            assertThat(Harness.get(rig.stream().requestSnapshot("HK:700"))).hasSize(1);
            assertThat(rig.events(StreamEvent.Malformed.class))
                    .extracting(StreamEvent.Malformed::kind)
                    .contains("malformed", "unknown Z", "unknown binary");
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void manyDamagedFramesAreReasonForANewConnection() throws Exception {
        try (Harness rig = Harness.start()) {
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            for (int i = 0; i < 10; i++) {
                rig.simulator.faults().sendMalformedFrame();
            }
            assertThat(rig.event(StreamEvent.Disconnected.class).cause())
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("malformed");
            rig.event(StreamEvent.Ready.class, 2);
            assertThat(rig.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void messagesInFragmentsAreWholeMessages() throws Exception {
        try (Harness rig = Harness.start()) {
            rig.simulator.faults().fragment(7);
            RecordingListener<Snapshot> seen = new RecordingListener<>(Snapshot.class);
            Harness.get(rig.stream().subscribeSnapshot(TWO, seen).ready());
            seen.awaitData(4);
            assertThat(Harness.get(rig.stream().requestTrades(50, "HK:700"))).hasSize(50);
            assertThat(rig.events(StreamEvent.Malformed.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aMessageBeyondTheLimitIsThrownAwayAndOneThatIsNoWebSocketEndsTheConnection() throws Exception {
        try (Harness rig = Harness.start()) {
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            byte[] large = new byte[5 << 20];
            Arrays.fill(large, (byte) ' ');
            rig.simulator.faults().sendText(large);
            assertThat(rig.event(StreamEvent.Malformed.class).kind()).contains("limits.frameBytes");
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
            rig.simulator.faults().writeRaw("HTTP/1.1 500 Oops\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(rig.event(StreamEvent.Disconnected.class, 1).cause()).isInstanceOf(ProtocolException.class);
            rig.event(StreamEvent.Ready.class, 2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void brokenTextIsNeverDelivered() throws Exception {
        try (Harness rig = Harness.start()) {
            RecordingListener<Snapshot> seen = new RecordingListener<>(Snapshot.class);
            Harness.get(rig.stream().subscribeSnapshot(TWO, seen).ready());
            byte[] push = "{\"tp\":\"S\",\"c\":\"US:AA?PL\",\"lp\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            push[16] = (byte) 0xFF;
            rig.simulator.faults().sendText(push);
            Harness.until(
                    "it is noticed",
                    () -> !rig.events(StreamEvent.Malformed.class).isEmpty()
                            || !rig.events(StreamEvent.Disconnected.class).isEmpty());
            seen.awaitData(2);
            assertThat(seen.data()).extracting(Snapshot::code).isSubsetOf(TWO);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theInstrumentThatNoConnectionSurvivesIsFoundAndNotGivenUp() throws Exception {
        Resubscription soon = new Resubscription(Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (Harness rig = Harness.builder().stream(o -> o.resubscription(soon)).start()) {
            rig.simulator.faults().closeOn("HK:700", 1011);
            List<String> codes = List.of("US:AAPL", "US:TSLA", "HK:700", "CF:BTCUSDT", "SZ:000001");
            Subscription<Trade> trades = rig.stream().subscribeTrades(codes, new RecordingListener<>(Trade.class));
            Harness.until("it is found", () -> trades.states().get("HK:700") == SubscriptionState.ISOLATED);
            Harness.await(
                    "the others are served",
                    () -> assertThat(trades.states())
                            .containsEntry("US:AAPL", SubscriptionState.ACTIVE)
                            .containsEntry("SZ:000001", SubscriptionState.ACTIVE));
            assertThat(trades.rejection("HK:700")).isNull();
            rig.simulator.faults().clear();
            Harness.get(trades.ready());
            Harness.await(
                    "all are served",
                    () -> assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE));
        }
    }
}
