package hk.qos.client.internal.paging;

import hk.qos.client.Operation;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Hands out items one by one; blocks while a page is requested. After a failure, it can go on where it stopped. */
public final class PageIterator<I> implements Iterator<I> {
    private final Operation operation;
    private final PageRun<?, ?, I> run;
    private final Consumer<Item<I>> onItem;
    private Iterator<Item<I>> batch = List.<Item<I>>of().iterator();

    /** @param onItem called for each item that is handed out */
    public PageIterator(Operation operation, PageRun<?, ?, I> run, Consumer<Item<I>> onItem) {
        this.operation = operation;
        this.run = run;
        this.onItem = onItem;
    }

    @Override
    public boolean hasNext() {
        while (!batch.hasNext() && !run.isDone()) {
            batch = await(run.next()).iterator();
        }
        return batch.hasNext();
    }

    @Override
    public I next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the history has no further item");
        }
        Item<I> item = batch.next();
        onItem.accept(item);
        return item.item();
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
