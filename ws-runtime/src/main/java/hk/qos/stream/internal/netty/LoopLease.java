package hk.qos.stream.internal.netty;

import hk.qos.stream.spi.StreamSetup;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The event loop that a stream runs on. Streams share the runtime's loops; one whose listeners run on the loop has one of
 * its own, so that a listener which blocks stops no other stream.
 */
record LoopLease(NettyLoop loop, Supplier<@Nullable Future<?>> end) {

    /** @throws IllegalArgumentException if the loops that {@code options} name do not run NIO */
    static LoopLease of(StreamSetup options) {
        EventLoopGroup given = options.eventLoopGroup();
        if (given != null) {
            NettyLoop borrowed = NettyLoop.borrowed(nioLoop(given));
            return new LoopLease(borrowed, () -> {
                borrowed.release();
                return null;
            });
        }
        if (options.isDirectDelivery()) {
            EventLoopGroup own = NioLoops.make(1, new DefaultThreadFactory("ws-io-" + options.name(), true));
            return new LoopLease(NettyLoop.own(own.next()), () -> own.shutdownGracefully(0, 2, TimeUnit.SECONDS));
        }
        return new LoopLease(NettyLoop.own(SharedLoops.acquire()), SharedLoops::release);
    }

    private static EventLoop nioLoop(EventLoopGroup group) {
        EventLoop next = group.next();
        if (!NioLoops.runsNio(next)) {
            throw new IllegalArgumentException("eventLoopGroup must run NIO");
        }
        return next;
    }
}
