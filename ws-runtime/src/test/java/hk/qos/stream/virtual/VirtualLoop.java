package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A loop in virtual time: tasks run and time passes when a test says so. Single-threaded: every caller counts as on the loop. */
public final class VirtualLoop implements Loop {
    private static final long START_MILLIS = 1_700_000_000_000L;

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Task> timers =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now;
    private long order;
    private Runnable afterEachStep = () -> {};
    private Runnable onShutDown = () -> {};

    private record Task(long at, long order, Runnable run) {}

    /** Run after every task, for invariants. */
    void afterEachStep(Runnable check) {
        afterEachStep = check;
    }

    @Override
    public boolean inLoop() {
        return true;
    }

    @Override
    public void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public Timer schedule(long nanos, Runnable task) {
        Task timer = new Task(now + Math.max(0, nanos), order++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public void whenShutDown(Runnable task) {
        onShutDown = task;
    }

    /** Reports that the owner of the loop has shut it down. */
    void shutDown() {
        onShutDown.run();
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long millis() {
        return START_MILLIS + now / 1_000_000;
    }

    /** The number of timers that are set. */
    public int timers() {
        return timers.size();
    }

    /** Runs what is ready now, without moving the clock. */
    public void settle() {
        for (Runnable task = ready.poll(); task != null; task = ready.poll()) {
            step(task);
        }
    }

    /** Moves the clock, running everything on the way at its time. */
    public void advance(Duration by) {
        long end = now + by.toNanos();
        settle();
        for (Task next = timers.peek(); next != null && next.at() <= end; next = timers.peek()) {
            timers.remove();
            now = Math.max(now, next.at());
            step(next.run());
            settle();
        }
        now = end;
    }

    /** Lets time pass without running anything, as while a process is stopped. */
    void standStill(Duration time) {
        now += time.toNanos();
    }

    private void step(Runnable task) {
        task.run();
        afterEachStep.run();
    }
}
