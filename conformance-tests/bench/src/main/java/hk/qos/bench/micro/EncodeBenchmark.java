package hk.qos.bench.micro;

import hk.qos.bench.load.Pushes;
import hk.qos.client.internal.stream.SubscribeSnapshots;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A subscription to bytes, argument checks included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {
    @Param({"1", "100", "994"})
    public int codes;

    private final ByteBuf out = Unpooled.buffer(1 << 16);
    private List<String> all;

    /** Makes the codes. */
    @Setup
    public void prepare() {
        all = Pushes.codes(codes);
    }

    /** Makes and writes the command. */
    @Benchmark
    public ByteBuf subscription() {
        out.clear();
        new SubscribeSnapshots(all).encode(1, out);
        return out;
    }
}
