package hk.qos.bench.micro;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import hk.qos.bench.load.Pushes;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.internal.stream.QosDialect;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Bytes of a push to a record: the generated decoder of the stream, and the generated Moshi adapter of the same record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    private static final int PUSHES = 1_000;
    private static final Map<String, Class<?>> RECORDS =
            Map.of("S", Snapshot.class, "T", Trade.class, "D", Depth.class, "K", KLine.class);

    @Param({"S", "T", "D", "K"})
    public String kind;

    private final QosDialect dialect = new QosDialect();
    private ByteBuf[] frames;
    private ByteString[] texts;
    private JsonAdapter<?> adapter;

    /** Makes pushes of one kind. */
    @Setup
    public void prepare() throws IOException {
        List<String> pushes = Pushes.texts(PUSHES * Pushes.ROUND, Pushes.codes(994)).stream()
                .filter(text -> text.startsWith("{\"tp\":\"" + kind))
                .limit(PUSHES)
                .toList();
        texts = pushes.stream().map(ByteString::encodeUtf8).toArray(ByteString[]::new);
        frames = pushes.stream()
                .map(text -> Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)))
                .toArray(ByteBuf[]::new);
        adapter = new Moshi.Builder().add(new QosJsonAdapterFactory()).build().adapter(RECORDS.get(kind));
    }

    /** The decoder of the stream. */
    @Benchmark
    @OperationsPerInvocation(PUSHES)
    public void decoder(Blackhole hole) throws MalformedFrameException {
        FrameSink sink = new Consumer(hole);
        for (ByteBuf frame : frames) {
            dialect.read(frame.readerIndex(0), sink);
        }
    }

    /** The adapter of HTTP. */
    @Benchmark
    @OperationsPerInvocation(PUSHES)
    public void adapter(Blackhole hole) throws IOException {
        for (ByteString text : texts) {
            hole.consume(adapter.fromJson(new Buffer().write(text)));
        }
    }

    private record Consumer(Blackhole hole) implements FrameSink {
        @Override
        public <T> void push(Channel<T> channel, String key, T data) {
            hole.consume(data);
        }

        @Override
        public void answer(String type, long id, @Nullable String refusal) {
            throw new IllegalStateException("an answer among pushes: " + type);
        }

        @Override
        public void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {
            throw new IllegalStateException(why);
        }

        @Override
        public void unknown(String unknown) {
            throw new IllegalStateException("a push of an unknown kind: " + unknown);
        }
    }
}
