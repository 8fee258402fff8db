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

/** What the server refuses, alone or among others. */
final class RefusedKeysTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void findsTheRefusedKeyByHalvingAndKeepsTheOthers() {
        stage.server.refused.put("bad", "no such thing");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b", "bad", "d", "e");
        stage.seconds(30);

        assertThat(subscription.states()).containsEntry("bad", SubscriptionState.REJECTED);
        assertThat(subscription.rejection("BAD")).isEqualTo("no such thing");
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("a", "b", "d", "e");
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        assertThat(stage.events(StreamEvent.Rejected.class)).hasSize(1);
        assertThatThrownBy(() -> subscription.ready().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.serverMessage()).isEqualTo("no such thing"));
        stage.assertPaced();
    }

    @Test
    void rejectsAllKeysWhenBothHalvesAreRefusedAlike() {
        for (String key : List.of("a", "b", "c", "d")) {
            stage.server.refused.put(key, "Key expired.");
        }
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b", "c", "d");
        stage.seconds(30);

        assertThat(subscription.states().values()).containsOnly(SubscriptionState.REJECTED);
        assertThat(stage.server.received("SUB:ticks")).hasSize(3);
    }

    @Test
    void doesNotAskForARejectedKeyAgainAfterAReconnect() {
        stage.server.refused.put("bad", "no");
        stage.subscribe(TICKS, "a", "bad");
        stage.seconds(10);
        stage.server.received.clear();

        stage.server.peer().cut();
        stage.seconds(10);

        assertThat(stage.server.received("SUB:ticks")).hasSize(1);
        assertThat(stage.server.received("SUB:ticks").get(0).keys()).containsExactly("a");
    }
}
