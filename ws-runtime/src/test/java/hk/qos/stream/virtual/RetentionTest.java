package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import org.junit.jupiter.api.Test;

/** The items that a listener receives after it was busy while they arrived. */
final class RetentionTest {
    private final EngineHarness harness = new EngineHarness(
            1,
            options -> options.limits(
                    StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20)));
    private final EngineHarness.Recorder recorder = new EngineHarness.Recorder();

    private void subscribe(ToyChannel channel) {
        harness.subscribe(recorder, channel, "a", "b");
        harness.seconds(3);
    }

    private void push(ToyChannel channel, String key, long... numbers) {
        for (long number : numbers) {
            harness.server.peer().push(channel.name(), key, number);
        }
    }

    @Test
    void barsKeepTheLastVersionOfEachBar() {
        subscribe(BARS);
        // The bar is the number without its last digit, which is the version.
        push(BARS, "a", 101, 102);
        push(BARS, "b", 101);
        push(BARS, "a", 103, 111, 112, 104);
        harness.settle();

        assertThat(recorder.all).containsExactly(new Tick("a", 104), new Tick("b", 101), new Tick("a", 112));
    }

    @Test
    void oldestBarsAreReplacedByAnOverflow() {
        subscribe(BARS);
        push(BARS, "a", 101, 111, 121, 131, 141, 151, 161, 171, 181, 182);
        harness.settle();

        assertThat(recorder.events(StreamEvent.Overflow.class)).hasSize(1);
        assertThat(recorder.numbers()).containsExactly("121", "131", "141", "151", "161", "171", "182");
    }

    @Test
    void quotesKeepTheNewestOfEachKey() {
        subscribe(QUOTES);
        push(QUOTES, "a", 1, 2);
        push(QUOTES, "b", 7);
        push(QUOTES, "a", 3);
        harness.settle();

        assertThat(recorder.all).containsExactly(new Tick("a", 3), new Tick("b", 7));
    }

    @Test
    void ticksKeepTheNewestAndReportTheNumberDropped() {
        subscribe(TICKS);
        push(TICKS, "a", 1, 2, 3, 4, 5);
        push(TICKS, "b", 6, 7, 8, 9, 10);
        harness.settle();

        assertThat(recorder.all).hasSize(8).element(0).isInstanceOfSatisfying(StreamEvent.Overflow.class, overflow -> {
            assertThat(overflow.channel()).isEqualTo("ticks");
            assertThat(overflow.count()).isEqualTo(3);
        });
        assertThat(recorder.numbers()).containsExactly("4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void pushIsNotConflatedAcrossAnEvent() {
        subscribe(QUOTES);
        push(QUOTES, "a", 1);
        harness.server.peer().cut();
        harness.loop.execute(() -> {});
        harness.seconds(5);
        push(QUOTES, "a", 2);
        harness.settle();

        assertThat(recorder.numbers()).containsExactly("1", "2");
    }
}
