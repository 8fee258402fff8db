package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Loop;
import java.util.HashSet;
import java.util.Set;

/** The loop as the engine sees it: the same, but it knows which timers are the engine's. */
final class CountingLoop implements Loop {
    private final VirtualLoop loop;
    private final Set<Long> waiting = new HashSet<>();
    private long last;

    CountingLoop(VirtualLoop loop) {
        this.loop = loop;
    }

    /** Timers that the engine has set and that have neither run nor been taken back. */
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
