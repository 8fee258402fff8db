package hk.qos.stream.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Completes futures outside the loop. A future that is decided on the loop completes after the present step: its stages see
 * the state that the step led to, and its events are queued before.
 */
final class FutureCompleter {
    private final Context context;
    private final Executor executor;
    private final List<Runnable> pending = new ArrayList<>();

    FutureCompleter(Context context) {
        this.context = context;
        this.executor = context.environment().completions();
    }

    @SuppressWarnings("NullAway") // the only value of Void
    void complete(CompletableFuture<Void> future) {
        submit(() -> future.complete(null));
    }

    <T> void complete(CompletableFuture<T> future, T value) {
        submit(() -> future.complete(value));
    }

    void fail(CompletableFuture<?> future, Throwable error) {
        submit(() -> future.completeExceptionally(error));
    }

    private void submit(Runnable completion) {
        if (!context.loop().inLoop()) {
            run(completion);
            return;
        }
        pending.add(completion);
        if (pending.size() == 1 && !context.post(this::flush)) {
            flush();
        }
    }

    /** Completes all decided futures now. On the loop. */
    void flush() {
        List<Runnable> all = List.copyOf(pending);
        pending.clear();
        all.forEach(this::run);
    }

    /** Runs {@code completion} on the executor of completions, or on this thread if that rejects it. Any thread. */
    void run(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RejectedExecutionException e) {
            // Better on this thread than never.
            completion.run();
        }
    }
}
