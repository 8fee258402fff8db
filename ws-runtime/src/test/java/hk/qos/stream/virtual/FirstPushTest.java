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

/** Topics that the server acknowledges and never pushes can be seen. */
final class FirstPushTest {

    private static EngineHarness stage(Predicate<Topic> expected) {
        return new EngineHarness(1, options -> options.firstPush(new FirstPush(Duration.ofSeconds(30), expected)));
    }

    @Test
    void tellsAllKeysOfAChannelTogetherAndOnce() {
        EngineHarness stage = stage(topic -> true);
        EngineHarness.Recorder mine = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        stage.subscribe(mine, TICKS, "a", "nope", "nada");
        stage.subscribe(other, TICKS, "a");
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.seconds(300);
        stage.server.peer().cut();
        stage.seconds(300);

        assertThat(mine.events(StreamEvent.NeverPushed.class)).singleElement().satisfies(event -> {
            assertThat(event.channel()).isEqualTo("ticks");
            assertThat(event.keys()).isEqualTo(Set.of("nope", "nada"));
            assertThat(event.after()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(stage.events(StreamEvent.NeverPushed.class)).hasSize(1);
        assertThat(other.events(StreamEvent.NeverPushed.class)).isEmpty();
    }

    @Test
    void aClosedMarketIsSilent() {
        boolean[] open = {false};
        EngineHarness stage = stage(topic -> open[0]);
        stage.subscribe(TICKS, "nope");
        stage.seconds(300);
        assertThat(stage.events(StreamEvent.NeverPushed.class)).isEmpty();

        open[0] = true;
        stage.seconds(60);
        assertThat(stage.events(StreamEvent.NeverPushed.class)).hasSize(1);
    }

    @Test
    void aKeyThatIsWantedAnewIsToldAnew() {
        EngineHarness stage = stage(topic -> true);
        Subscription<Tick> first = stage.subscribe(TICKS, "nope");
        stage.seconds(60);
        first.close();
        stage.subscribe(TICKS, "nope");
        stage.seconds(60);

        assertThat(stage.events(StreamEvent.NeverPushed.class)).hasSize(2);
    }

    @Test
    void isOffByDefaultAndExplainedInAnyCase() {
        EngineHarness stage = new EngineHarness();
        stage.subscribe(TICKS, "a", "nope");
        stage.subscribe(QUOTES, "a");
        stage.seconds(3);
        stage.server.peer().push("ticks", "a", 1);
        stage.server.peer().push("quotes", "a", 1);
        stage.seconds(300);

        assertThat(stage.events(StreamEvent.NeverPushed.class)).isEmpty();
        assertThat(stage.engine.explain()).contains("all served, 1 served but never pushed so far (ticks nope);");

        stage.server.peer().push("ticks", "nope", 1);
        assertThat(stage.engine.explain()).contains("all served;");
    }
}
