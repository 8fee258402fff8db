package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.spi.Request;
import hk.qos.stream.toy.Ask;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What goes wrong on the loop is told to who waits. */
final class BrokenRequestTest {
    private static final RequestOptions ONCE = RequestOptions.defaults().withRetryOnReconnect(false);

    /** Throws as soon as it is looked at. */
    private static final class Broken implements Request<String> {
        private final IllegalStateException why = new IllegalStateException("no type");

        @Override
        public String type() {
            throw why;
        }

        @Override
        public void encode(long id, ByteBuf out) {}

        @Override
        public String decode(ByteBuf frame) {
            return "";
        }
    }

    @Test
    void failsWithWhatItThrowsAndLetsOthersPass() {
        EngineHarness stage = new EngineHarness();
        Broken broken = new Broken();
        CompletableFuture<String> connected = stage.engine.request(new Ask("one"), ONCE);
        CompletableFuture<String> answer = stage.engine.request(broken, ONCE);
        CompletableFuture<String> next = stage.engine.request(new Ask("two"), ONCE);
        stage.seconds(5);

        assertThat(answer.handle((value, error) -> error)).isCompletedWithValue(broken.why);
        assertThat(connected).isCompletedWithValue("one");
        assertThat(next).isCompletedWithValue("two");
    }
}
