package hk.qos.ws.internal.netty;

import hk.qos.ws.internal.io.Loop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A Netty event loop, with the system's clocks. */
record NettyLoop(EventLoop eventLoop) implements Loop {
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
        Future<?> scheduled = eventLoop.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
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
