package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Loop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Netty event loop with the system's clocks. */
final class NettyLoop implements Loop {
    private final EventLoop eventLoop;
    private final boolean borrowed;
    private volatile @Nullable FutureListener<Object> atEnd;

    private NettyLoop(EventLoop eventLoop, boolean borrowed) {
        this.eventLoop = eventLoop;
        this.borrowed = borrowed;
    }

    /** A loop that the SDK shuts down. */
    static NettyLoop own(EventLoop eventLoop) {
        return new NettyLoop(eventLoop, false);
    }

    /** A loop that the user may shut down at any time. */
    static NettyLoop borrowed(EventLoop eventLoop) {
        return new NettyLoop(eventLoop, true);
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    @Override
    public boolean inLoop() {
        return eventLoop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(task);
    }

    @Override
    public Timer schedule(long nanos, Runnable task) {
        try {
            Future<?> scheduled = eventLoop.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return () -> cancel(scheduled);
        } catch (RejectedExecutionException e) {
            // The loop has ended, which whenShutDown reports.
            return () -> {};
        }
    }

    private static void cancel(Future<?> scheduled) {
        try {
            scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and so have its timers.
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the value is not used
    public void whenShutDown(Runnable task) {
        if (borrowed) {
            FutureListener<Object> listener = ended -> task.run();
            atEnd = listener;
            ((Future) eventLoop.terminationFuture()).addListener(listener);
        }
    }

    /** The stream no longer uses this loop. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the value is not used
    void release() {
        FutureListener<Object> listener = atEnd;
        if (listener != null) {
            ((Future) eventLoop.terminationFuture()).removeListener(listener);
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }
}
