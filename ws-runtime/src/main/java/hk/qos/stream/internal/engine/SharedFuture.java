package hk.qos.stream.internal.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future that all callers share: they can wait for it, but not complete it. A timeout applies to a copy, which is dropped when it
 * has ended. Thread-safe.
 */
final class SharedFuture extends CompletableFuture<Void> {
    /** Copies that have not ended, by a key of their own. */
    private final Map<Object, CompletableFuture<Void>> copies = new ConcurrentHashMap<>();

    private volatile @Nullable Throwable failure;

    private SharedFuture() {}

    /** A future that ends as {@code source} does. */
    static CompletableFuture<Void> of(CompletableFuture<Void> source) {
        SharedFuture shared = new SharedFuture();
        var unused = source.whenComplete((none, error) -> shared.end(error));
        return shared;
    }

    @SuppressWarnings("NullAway") // the only value of Void
    private void end(@Nullable Throwable error) {
        failure = error;
        if (error == null) {
            super.complete(null);
        } else {
            super.completeExceptionally(error);
        }
        copies.values().forEach(this::endCopy);
    }

    @SuppressWarnings("NullAway") // the only value of Void
    private void endCopy(CompletableFuture<Void> copy) {
        Throwable error = failure;
        // As it is, for callbacks: a stage would wrap it in a CompletionException.
        if (error == null) {
            copy.complete(null);
        } else {
            copy.completeExceptionally(error);
        }
    }

    @Override
    public CompletableFuture<Void> copy() {
        CompletableFuture<Void> copy = new CompletableFuture<>();
        Object key = new Object();
        copies.put(key, copy);
        var unused = copy.whenComplete((none, error) -> copies.remove(key));
        if (isDone()) {
            endCopy(copy);
        }
        return copy;
    }

    @Override
    public CompletableFuture<Void> orTimeout(long timeout, TimeUnit unit) {
        return copy().orTimeout(timeout, unit);
    }

    @Override
    @SuppressWarnings("NullAway") // the only value of Void
    public CompletableFuture<Void> completeOnTimeout(Void value, long timeout, TimeUnit unit) {
        return copy().completeOnTimeout(null, timeout, unit);
    }

    /** Copies included. */
    @Override
    public int getNumberOfDependents() {
        return super.getNumberOfDependents() + copies.size();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public boolean complete(Void value) {
        return false;
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return false;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return false;
    }

    @Override
    public CompletableFuture<Void> completeAsync(Supplier<? extends Void> supplier, Executor executor) {
        throw shared();
    }

    @Override
    public void obtrudeValue(Void value) {
        throw shared();
    }

    @Override
    public void obtrudeException(Throwable error) {
        throw shared();
    }

    private static UnsupportedOperationException shared() {
        return new UnsupportedOperationException(
                "the future is shared and ends with the subscription; complete a copy()");
    }
}
