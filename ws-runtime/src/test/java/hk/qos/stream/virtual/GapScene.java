package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.GapRecovery;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import java.time.Duration;

/** A stream with gap recovery, its listener, and the steps that its tests share. */
abstract class GapScene {
    final EngineHarness harness = new EngineHarness(
            1, options -> options.recoverGaps(GapRecovery.defaults().withTimeout(Duration.ofSeconds(30))));
    final EngineHarness.Recorder recorder = new EngineHarness.Recorder();

    void push(String channel, long... numbers) {
        for (long number : numbers) {
            harness.server.peer().push(channel, "a", number);
        }
        harness.settle();
    }

    /** Cuts the connection and waits until the subscriptions are served again. */
    void lose() {
        harness.server.peer().cut();
        for (int i = 0; i < 100 && harness.engine.state() != StreamState.READY; i++) {
            harness.advance(Duration.ofMillis(50));
        }
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    StreamEvent.Recovered recovered() {
        assertThat(recorder.events(StreamEvent.Recovered.class)).hasSize(1);
        return recorder.events(StreamEvent.Recovered.class).get(0);
    }

    StreamEvent.Unrecovered unrecovered() {
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).hasSize(1);
        assertThat(harness.events(StreamEvent.Unrecovered.class)).hasSize(1);
        return recorder.events(StreamEvent.Unrecovered.class).get(0);
    }
}
