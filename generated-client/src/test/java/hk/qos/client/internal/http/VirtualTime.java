package hk.qos.client.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Time that only the test advances. Tasks run on the thread that advances it. */
public final class VirtualTime implements TimeSource {
    public static final Instant START = Instant.parse("2026-01-05T09:30:00Z");

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private long nanos;
    private long number;

    private record Task(long at, long number, Runnable action) {}

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized Cancellation schedule(Duration delay, Runnable action) {
        Task task = new Task(nanos + delay.toNanos(), number++, action);
        tasks.add(task);
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    /** The delays of all waiting tasks. */
    public synchronized List<Duration> waits() {
        List<Duration> waits = new ArrayList<>();
        tasks.stream().sorted(tasks.comparator()).forEach(task -> waits.add(Duration.ofNanos(task.at() - nanos)));
        return waits;
    }

    public void advance(Duration step) {
        long end = nanoTime() + step.toNanos();
        for (Task due = next(end); due != null; due = next(end)) {
            due.action().run();
        }
        synchronized (this) {
            nanos = end;
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Task next(long end) {
        Task first = tasks.peek();
        if (first == null || first.at() > end) {
            return null;
        }
        nanos = Math.max(nanos, first.at());
        return tasks.poll();
    }
}
