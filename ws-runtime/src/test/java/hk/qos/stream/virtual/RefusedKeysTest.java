package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.RefusedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Keys that the server refuses, alone or among others. */
final class RefusedKeysTest {
    private final EngineHarness harness = new EngineHarness();

    @Test
    void refusedFrameIsBisectedAndOtherKeysAreServed() {
        harness.server.refused.put("bad", "no such thing");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b", "bad", "d", "e");
        harness.seconds(30);

        assertThat(subscription.states()).containsEntry("bad", SubscriptionState.REJECTED);
        assertThat(subscription.rejection("BAD")).isEqualTo("no such thing");
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("a", "b", "d", "e");
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.events(StreamEvent.Rejected.class)).hasSize(1);
        assertThatThrownBy(() -> subscription.ready().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.serverMessage()).isEqualTo("no such thing"));
        harness.assertPaced();
    }

    @Test
    void rejectsAllKeysWhenBothHalvesAreRefusedWithTheSameMessage() {
        for (String key : List.of("a", "b", "c", "d")) {
            harness.server.refused.put(key, "Key expired.");
        }
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b", "c", "d");
        harness.seconds(30);

        assertThat(subscription.states().values()).containsOnly(SubscriptionState.REJECTED);
        assertThat(harness.server.received("SUB:ticks")).hasSize(3);
    }

    @Test
    void rejectedKeyIsNotSubscribedAgainAfterReconnect() {
        harness.server.refused.put("bad", "no");
        harness.subscribe(TICKS, "a", "bad");
        harness.seconds(10);
        harness.server.received.clear();

        harness.server.peer().cut();
        harness.seconds(10);

        assertThat(harness.server.received("SUB:ticks")).hasSize(1);
        assertThat(harness.server.received("SUB:ticks").get(0).keys()).containsExactly("a");
    }
}
