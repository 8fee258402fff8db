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
import hk.qos.stream.fixtures.LeakGuard;
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

/** Invalid frames, and an instrument at which every connection ends. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class FramesTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reportsAndSkipsAFewMalformedFrames() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(harness.stream().subscribeTrades(TWO, seen).ready());
            Faults faults = harness.simulator.faults();
            faults.sendMalformedFrame();
            faults.send("");
            faults.send("[]");
            faults.send("{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":[],\"v\":\"1\"}");
            faults.send("{\"tp\":\"Z\",\"c\":\"US:AAPL\"}");
            faults.sendBinary("{\"tp\":\"T\",\"c\":\"US:AAPL\"}".getBytes(StandardCharsets.UTF_8));
            harness.event(StreamEvent.Malformed.class, 3);
            seen.awaitData(3);
            assertThat(Harness.get(harness.stream().requestSnapshots("HK:700"))).hasSize(1);
            assertThat(harness.events(StreamEvent.Malformed.class))
                    .extracting(StreamEvent.Malformed::kind)
                    .contains("unknown Z", "unknown binary")
                    .anyMatch(kind -> kind.startsWith("unreadable: "));
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void manyMalformedFramesCauseAReconnect() throws Exception {
        try (Harness harness = Harness.start()) {
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            for (int i = 0; i < 10; i++) {
                harness.simulator.faults().sendMalformedFrame();
            }
            assertThat(harness.event(StreamEvent.Disconnected.class).cause())
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("malformed");
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void assemblesFragmentedMessages() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().fragment(7);
            RecordingListener<Snapshot> seen = new RecordingListener<>(Snapshot.class);
            Harness.get(harness.stream().subscribeSnapshots(TWO, seen).ready());
            seen.awaitData(4);
            assertThat(Harness.get(harness.stream().requestTrades(50, "HK:700")))
                    .hasSize(50);
            assertThat(harness.events(StreamEvent.Malformed.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void discardsAMessageBeyondTheLimitAndReconnectsAfterInvalidBytes() throws Exception {
        try (Harness harness = Harness.start()) {
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            byte[] large = new byte[5 << 20];
            Arrays.fill(large, (byte) ' ');
            harness.simulator.faults().sendText(large);
            assertThat(harness.event(StreamEvent.Malformed.class).kind()).contains("StreamLimits.withMaxMessageBytes");
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
            harness.simulator.faults().writeRaw("HTTP/1.1 500 Oops\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(harness.event(StreamEvent.Disconnected.class, 1).cause()).isInstanceOf(ProtocolException.class);
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void invalidUtf8IsNeverDelivered() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Snapshot> seen = new RecordingListener<>(Snapshot.class);
            Harness.get(harness.stream().subscribeSnapshots(TWO, seen).ready());
            byte[] push = "{\"tp\":\"S\",\"c\":\"US:AA?PL\",\"lp\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            push[16] = (byte) 0xFF;
            harness.simulator.faults().sendText(push);
            Harness.until(
                    "it is noticed",
                    () -> !harness.events(StreamEvent.Malformed.class).isEmpty()
                            || !harness.events(StreamEvent.Disconnected.class).isEmpty());
            seen.awaitData(2);
            assertThat(seen.data()).extracting(Snapshot::code).isSubsetOf(TWO);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void isolatesTheInstrumentThatEndsEveryConnection() throws Exception {
        Resubscription soon =
                Resubscription.defaults().withFirstPause(Duration.ofSeconds(2)).withMaxPause(Duration.ofSeconds(2));
        try (Harness harness =
                Harness.builder().stream(o -> o.resubscription(soon)).start()) {
            harness.simulator.faults().closeOn("HK:700", 1011);
            List<String> codes = List.of("US:AAPL", "US:TSLA", "HK:700", "CF:BTCUSDT", "SZ:000001");
            Subscription<Trade> trades = harness.stream().subscribeTrades(codes, new RecordingListener<>(Trade.class));
            Harness.until("it is found", () -> trades.states().get("HK:700") == SubscriptionState.ISOLATED);
            Harness.await(
                    "the others are served",
                    () -> assertThat(trades.states())
                            .containsEntry("US:AAPL", SubscriptionState.ACTIVE)
                            .containsEntry("SZ:000001", SubscriptionState.ACTIVE));
            assertThat(trades.rejection("HK:700")).isNull();
            harness.simulator.faults().clear();
            Harness.get(trades.ready());
            Harness.await(
                    "all are served",
                    () -> assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE));
        }
    }
}
