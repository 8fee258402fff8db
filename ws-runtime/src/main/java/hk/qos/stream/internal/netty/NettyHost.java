package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.engine.Environment;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Resolver;
import hk.qos.stream.spi.StreamSetup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The resources of one stream: event loop, threads for listeners and futures, sockets; and their release. */
public final class NettyHost {
    private final String stream;
    private final LoopLease lease;
    private final NettyTransport transport;
    private final @Nullable DeliveryThread deliveryThread;
    private final CompletionThreads completions;
    private final Environment environment;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Future<?> loopGone;

    /** Provides what {@code options} configure; threads and sockets start when they are needed. */
    public NettyHost(StreamSetup options) {
        this(options, DnsLookups::system);
    }

    /** As {@link #NettyHost(StreamSetup)}, with a resolver. */
    public NettyHost(StreamSetup options, Resolver resolver) {
        this.stream = options.name();
        this.lease = LoopLease.of(options);
        NettyLoop loop = lease.loop();
        this.completions = new CompletionThreads(stream);
        Executor users = options.isDirectDelivery() ? task -> runDirectly(loop, task) : options.deliveryExecutor();
        Executor delivery;
        if (users == null) {
            DeliveryThread own = new DeliveryThread(stream, loop);
            this.deliveryThread = own;
            this.transport = new NettyTransport(options, loop, resolver, own::handOver);
            delivery = own;
        } else {
            this.deliveryThread = null;
            this.transport = new NettyTransport(options, loop, resolver, () -> {});
            delivery = users;
        }
        this.environment = new Environment(
                loop, transport, new SplittableRandom(), delivery, completions, new JdkAlarm(), this::release);
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
        completions.finish();
        if (deliveryThread != null) {
            deliveryThread.finish();
        }
        loopGone = lease.end().get();
        released.countDown();
    }

    /**
     * Waits until all resources are released, unless the caller runs on one of them. If the caller is interrupted, a separate
     * thread waits instead.
     *
     * @return what is left of {@code limit}
     */
    public Duration awaitEnd(Duration limit) {
        if (lease.loop().inLoop() || (deliveryThread != null && deliveryThread.isCurrent())) {
            return limit;
        }
        long deadline = lease.loop().nanoTime() + limit.toNanos();
        try {
            awaitEnd(deadline);
        } catch (InterruptedException e) {
            awaitEndElsewhere(deadline);
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(left(deadline));
    }

    private void awaitEndElsewhere(long deadline) {
        Thread waiting = new Thread(
                () -> {
                    try {
                        awaitEnd(deadline);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ws-close-" + stream);
        waiting.setDaemon(true);
        waiting.start();
    }

    private void awaitEnd(long deadline) throws InterruptedException {
        if (released.await(left(deadline), TimeUnit.NANOSECONDS)) {
            Future<?> gone = loopGone;
            if (gone != null) {
                gone.await(left(deadline), TimeUnit.NANOSECONDS);
            }
        }
        if (deliveryThread != null) {
            deliveryThread.await(left(deadline));
        }
        completions.await(left(deadline));
    }

    private long left(long deadline) {
        return Math.max(1, deadline - lease.loop().nanoTime());
    }
}
