package hk.qos.stream.internal.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Event loops that all streams share: made for the first stream, shut down after the last. */
final class SharedLoops {
    private static final int MAX_THREADS = 4;

    private static @Nullable EventLoopGroup group;
    private static int users;

    private SharedLoops() {}

    static synchronized EventLoop acquire() {
        EventLoopGroup shared = group;
        if (shared == null) {
            int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
            shared = NioLoops.make(threads, new DefaultThreadFactory("ws-io", true));
            group = shared;
        }
        users++;
        return shared.next();
    }

    /** Releases one loop. The future completes when the threads have ended, if it was the last. */
    static synchronized Future<?> release() {
        EventLoopGroup shared = group;
        if (--users > 0 || shared == null) {
            return GlobalEventExecutor.INSTANCE.newSucceededFuture(null);
        }
        group = null;
        return shared.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }
}
