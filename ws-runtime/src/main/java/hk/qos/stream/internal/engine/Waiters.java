package hk.qos.stream.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Callers that wait for one thing together. On the loop. */
final class Waiters {
    private final FutureCompleter futures;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    Waiters(FutureCompleter futures) {
        this.futures = futures;
    }

    /** Adds a caller, and forgets those that gave up. */
    void add(CompletableFuture<Void> waiter) {
        waiting.removeIf(CompletableFuture::isDone);
        waiting.add(waiter);
    }

    void complete() {
        waiting.forEach(futures::complete);
        waiting.clear();
    }

    void fail(Throwable why) {
        waiting.forEach(waiter -> futures.fail(waiter, why));
        waiting.clear();
    }
}
