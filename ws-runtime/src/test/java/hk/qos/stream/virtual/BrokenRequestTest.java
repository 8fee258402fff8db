package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.spi.Request;
import hk.qos.stream.toy.Ask;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An exception on the loop fails the future of the call. */
final class BrokenRequestTest {
    private static final RequestOptions ONCE = RequestOptions.defaults().withRetryOnReconnect(false);

    /** Throws in every method. */
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
    void requestThatThrowsFailsAloneWithThatException() {
        EngineHarness harness = new EngineHarness();
        Broken broken = new Broken();
        CompletableFuture<String> connected = harness.engine.request(new Ask("one"), ONCE);
        CompletableFuture<String> answer = harness.engine.request(broken, ONCE);
        CompletableFuture<String> next = harness.engine.request(new Ask("two"), ONCE);
        harness.seconds(5);

        assertThat(answer.handle((value, error) -> error)).isCompletedWithValue(broken.why);
        assertThat(connected).isCompletedWithValue("one");
        assertThat(next).isCompletedWithValue("two");
    }
}
