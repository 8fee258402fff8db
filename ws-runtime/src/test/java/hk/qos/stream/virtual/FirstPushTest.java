package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.FirstPush;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.Topic;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Topics that the server acknowledges but never pushes are reported. */
final class FirstPushTest {

    private static EngineHarness harness(Predicate<Topic> expected) {
        return new EngineHarness(
                1,
                options -> options.firstPush(
                        FirstPush.after(Duration.ofSeconds(30)).withExpected(expected)));
    }

    @Test
    void reportsAllKeysOfAChannelTogetherAndOnce() {
        EngineHarness harness = harness(topic -> true);
        EngineHarness.Recorder mine = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        harness.subscribe(mine, TICKS, "a", "nope", "nada");
        harness.subscribe(other, TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.seconds(300);
        harness.server.peer().cut();
        harness.seconds(300);

        assertThat(mine.events(StreamEvent.NeverPushed.class)).singleElement().satisfies(event -> {
            assertThat(event.channel()).isEqualTo("ticks");
            assertThat(event.keys()).isEqualTo(Set.of("nope", "nada"));
            assertThat(event.after()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(harness.events(StreamEvent.NeverPushed.class)).hasSize(1);
        assertThat(other.events(StreamEvent.NeverPushed.class)).isEmpty();
    }

    @Test
    void reportsNothingWhilePredicateExpectsNoPush() {
        boolean[] open = {false};
        EngineHarness harness = harness(topic -> open[0]);
        harness.subscribe(TICKS, "nope");
        harness.seconds(300);
        assertThat(harness.events(StreamEvent.NeverPushed.class)).isEmpty();

        open[0] = true;
        harness.seconds(60);
        assertThat(harness.events(StreamEvent.NeverPushed.class)).hasSize(1);
    }

    @Test
    void reportsAKeyAgainAfterItIsSubscribedAgain() {
        EngineHarness harness = harness(topic -> true);
        Subscription<Tick> first = harness.subscribe(TICKS, "nope");
        harness.seconds(60);
        first.close();
        harness.subscribe(TICKS, "nope");
        harness.seconds(60);

        assertThat(harness.events(StreamEvent.NeverPushed.class)).hasSize(2);
    }

    @Test
    void reportsNothingByDefaultButExplainMentionsNeverPushedTopics() {
        EngineHarness harness = new EngineHarness();
        harness.subscribe(TICKS, "a", "nope");
        harness.subscribe(QUOTES, "a");
        harness.seconds(3);
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().push("quotes", "a", 1);
        harness.seconds(300);

        assertThat(harness.events(StreamEvent.NeverPushed.class)).isEmpty();
        assertThat(harness.engine.explain()).contains("all served, 1 served but never pushed so far (ticks nope);");

        harness.server.peer().push("ticks", "nope", 1);
        assertThat(harness.engine.explain()).contains("all served;");
    }
}
