package hk.qos.ws.internal.netty;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.internal.engine.Environment;
import hk.qos.ws.internal.io.Loop;
import hk.qos.ws.internal.io.Resolver;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one stream uses of this machine: a loop, a delivery thread, sockets; and how they go away. */
public final class NettyHost {
    private final NettyLoop loop;
    private final boolean ownLoop;
    private final NettyTransport transport;
    private final @Nullable DeliveryThread deliveryThread;
    private final Environment environment;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Future<?> loopGone;

    /** Lends what {@code options} ask for; no thread runs and no socket opens before they are needed. */
    public NettyHost(StreamOptions options) {
        this(options, Lookups::system);
    }

    /** As {@link #NettyHost(StreamOptions)}, with names looked up by {@code resolver}. */
    public NettyHost(StreamOptions options, Resolver resolver) {
        EventLoopGroup group = options.eventLoopGroup();
        this.ownLoop = group == null;
        this.loop = new NettyLoop(group == null ? SharedLoops.acquire() : nioLoop(group));
        this.transport = new NettyTransport(options, loop, resolver);
        Executor delivery = options.deliveryExecutor();
        if (options.isDirectDelivery()) {
            delivery = task -> runDirectly(loop, task);
        }
        this.deliveryThread = delivery == null ? new DeliveryThread(options.name()) : null;
        if (delivery == null && deliveryThread != null) {
            delivery = deliveryThread;
        }
        this.environment = new Environment(
                loop,
                transport,
                new SplittableRandom(),
                delivery == null ? Runnable::run : delivery,
                new CompletableFuture<Void>().defaultExecutor(),
                this::release);
    }

    private static EventLoop nioLoop(EventLoopGroup group) {
        EventLoop next = group.next();
        if (!NioLoops.runsNio(next)) {
            throw new IllegalArgumentException("eventLoopGroup must run NIO");
        }
        return next;
    }

    private static void runDirectly(Loop loop, Runnable task) {
        if (loop.inLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    public Environment environment() {
        return environment;
    }

    private void release() {
        transport.close();
        if (deliveryThread != null) {
            deliveryThread.finish();
        }
        loopGone = ownLoop ? SharedLoops.release() : null;
        released.countDown();
    }

    /** Waits until everything lent is given back, unless the caller runs on it. */
    public void awaitEnd(Duration limit) {
        if (loop.inLoop() || (deliveryThread != null && deliveryThread.isCurrent())) {
            return;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            if (released.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                Future<?> gone = loopGone;
                if (gone != null) {
                    gone.await(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                }
            }
            if (deliveryThread != null) {
                deliveryThread.await(Math.max(1, deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
