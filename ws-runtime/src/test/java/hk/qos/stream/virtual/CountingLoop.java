package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Loop;
import java.util.HashSet;
import java.util.Set;

/** A view of the loop for the engine, which counts the engine's timers. */
final class CountingLoop implements Loop {
    private final VirtualLoop loop;
    private final Set<Long> waiting = new HashSet<>();
    private long last;

    CountingLoop(VirtualLoop loop) {
        this.loop = loop;
    }

    /** Timers of the engine that have neither run nor been cancelled. */
    int timers() {
        return waiting.size();
    }

    @Override
    public boolean inLoop() {
        return loop.inLoop();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Timer schedule(long nanos, Runnable task) {
        long number = ++last;
        waiting.add(number);
        Timer timer = loop.schedule(nanos, () -> {
            waiting.remove(number);
            task.run();
        });
        return () -> {
            waiting.remove(number);
            timer.cancel();
        };
    }

    @Override
    public long nanoTime() {
        return loop.nanoTime();
    }

    @Override
    public long millis() {
        return loop.millis();
    }
}
