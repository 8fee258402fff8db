package hk.qos.client.internal.stream;

import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the calls of a dialect. */
final class RecordingSink implements FrameSink {
    sealed interface Heard permits Push, Answer, Unknown {}

    record Push(Channel<?> channel, String key, Object data) implements Heard {}

    record Answer(String type, long id, @Nullable String refusal) implements Heard {}

    record Unknown(String kind) implements Heard {}

    /** An undecodable push. */
    record Undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {}

    private final List<Heard> heard = new ArrayList<>();
    private final List<Undecodable> undecodable = new ArrayList<>();

    @Override
    public <T> void push(Channel<T> channel, String key, T data) {
        heard.add(new Push(channel, key, data));
    }

    @Override
    public void answer(String type, long id, @Nullable String refusal) {
        heard.add(new Answer(type, id, refusal));
    }

    @Override
    public void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {
        undecodable.add(new Undecodable(channel, key, why));
    }

    @Override
    public void unknown(String kind) {
        heard.add(new Unknown(kind));
    }

    /** Returns the only call of the dialect for one frame. */
    static Heard read(QosDialect dialect, String json) throws MalformedFrameException {
        return read(dialect, Unpooled.wrappedBuffer(JsonOutput.raw(json)));
    }

    /** Returns the call of the dialect for an undecodable push. */
    static Undecodable skipped(QosDialect dialect, String json) throws MalformedFrameException {
        RecordingSink sink = new RecordingSink();
        dialect.read(Unpooled.wrappedBuffer(JsonOutput.raw(json)), sink);
        if (sink.undecodable.size() != 1 || !sink.heard.isEmpty()) {
            throw new AssertionError("said of one frame: " + sink.heard + ", " + sink.undecodable);
        }
        return sink.undecodable.get(0);
    }

    static Heard read(QosDialect dialect, ByteBuf frame) throws MalformedFrameException {
        RecordingSink sink = new RecordingSink();
        dialect.read(frame, sink);
        if (sink.undecodable.size() == 1 && sink.heard.isEmpty()) {
            throw sink.undecodable.get(0).why();
        }
        if (sink.heard.size() != 1) {
            throw new AssertionError("said of one frame: " + sink.heard);
        }
        return sink.heard.get(0);
    }
}
