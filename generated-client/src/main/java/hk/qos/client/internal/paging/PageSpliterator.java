package hk.qos.client.internal.paging;

import hk.qos.client.Operation;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands out items one by one; blocks while a page is requested. It cannot be split, so that a parallel stream takes no more
 * items than it uses. After a failure, it can go on where it stopped.
 */
public final class PageSpliterator<I> implements Spliterator<I> {
    private final Operation operation;
    private final PageRun<?, ?, I> run;
    private final Consumer<Item<I>> onItem;
    private Iterator<Item<I>> batch = List.<Item<I>>of().iterator();
    private @Nullable Item<I> last;

    /** @param onItem called for each item that was handed out, when the next one is asked for */
    public PageSpliterator(Operation operation, PageRun<?, ?, I> run, Consumer<Item<I>> onItem) {
        this.operation = operation;
        this.run = run;
        this.onItem = onItem;
    }

    @Override
    public boolean tryAdvance(Consumer<? super I> action) {
        Item<I> handed = last;
        if (handed != null) {
            last = null;
            onItem.accept(handed);
        }
        while (!batch.hasNext() && !run.isDone()) {
            batch = await(run.next()).iterator();
        }
        if (!batch.hasNext()) {
            return false;
        }
        Item<I> item = batch.next();
        last = item;
        action.accept(item.item());
        return true;
    }

    @Override
    public @Nullable Spliterator<I> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }

    private List<Item<I>> await(CompletableFuture<List<Item<I>>> next) {
        try {
            return next.get();
        } catch (InterruptedException e) {
            next.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(operation.toString(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientException failure) {
                failure.fillInStackTrace();
                throw failure;
            }
            throw new IllegalStateException(operation + " failed unexpectedly", e);
        }
    }
}
