package hk.qos.client.internal.paging;

import hk.qos.client.Results;
import hk.qos.error.ClosedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the pages. It requests a page when a batch of items is asked for, never before. The next batch is asked for
 * when the one before has come or failed; after a failure, the page that failed is requested again. {@link #close} may be
 * called at any time, on any thread.
 */
public final class PageRun<Q, E, I> {
    private final Pager<Q, E, I> pager;
    private final Function<List<Q>, CompletableFuture<Results<E>>> ask;
    private final @Nullable ToLongFunction<String> oldestFirst;
    private final Consumer<Pager<Q, E, I>> onPage;

    /** The items of the present group, if the oldest come first. */
    private final List<Item<I>> held = new ArrayList<>();

    private @Nullable CompletableFuture<?> underWay;
    private boolean closed;
    private Runnable onClose = () -> {};

    /**
     * @param ask sends a request
     * @param oldestFirst if a batch is all items of a group, oldest first, returns how many of a key are wanted; null if it is
     *     those of a page, newest first
     * @param onPage called for each page that has come
     */
    public PageRun(
            Pager<Q, E, I> pager,
            Function<List<Q>, CompletableFuture<Results<E>>> ask,
            @Nullable ToLongFunction<String> oldestFirst,
            Consumer<Pager<Q, E, I>> onPage) {
        this.pager = pager;
        this.ask = ask;
        this.oldestFirst = oldestFirst;
        this.onPage = onPage;
    }

    /** Whether there is no further batch. */
    boolean isDone() {
        return pager.isDone() && held.isEmpty();
    }

    /**
     * Returns the next items, which may be none. Cancelling the future cancels the request.
     *
     * @return a future that fails with the exception itself, with a {@link ClosedException} after {@link #close}
     */
    CompletableFuture<List<Item<I>>> next() {
        CompletableFuture<List<Item<I>>> batch = new CompletableFuture<>();
        step(batch);
        return batch;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the stages carry nothing of their own
    private void step(CompletableFuture<List<Item<I>>> batch) {
        int group = pager.group();
        CompletableFuture<Results<E>> request = send();
        batch.whenComplete((items, failure) -> request.cancel(true));
        request.whenComplete((answer, failure) -> {
            try {
                if (isClosed()) {
                    batch.completeExceptionally(new ClosedException("the history is closed"));
                } else if (failure != null) {
                    batch.completeExceptionally(failure);
                } else if (!batch.isDone()) {
                    taken(batch, group, pager.take(answer));
                }
            } catch (Throwable unusable) {
                batch.completeExceptionally(unusable);
            }
        });
    }

    private void taken(CompletableFuture<List<Item<I>>> batch, int group, List<Item<I>> fresh) {
        onPage.accept(pager);
        if (oldestFirst == null) {
            batch.complete(fresh);
            return;
        }
        held.addAll(fresh);
        if (pager.group() == group) {
            step(batch);
            return;
        }
        List<Item<I>> whole = oldestFirst(held, oldestFirst);
        held.clear();
        batch.complete(whole);
    }

    /** One key after the other, in the order of the group. */
    private static <I> List<Item<I>> oldestFirst(List<Item<I>> newestFirst, ToLongFunction<String> wanted) {
        Map<String, List<Item<I>>> byKey = new LinkedHashMap<>();
        newestFirst.forEach(item ->
                byKey.computeIfAbsent(item.key(), key -> new ArrayList<>()).add(item));
        List<Item<I>> ordered = new ArrayList<>(newestFirst.size());
        byKey.forEach((key, items) -> {
            Collections.reverse(items);
            ordered.addAll(items.subList(0, (int) Math.min(items.size(), wanted.applyAsLong(key))));
        });
        return ordered;
    }

    private CompletableFuture<Results<E>> send() {
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new ClosedException("the history is closed"));
            }
        }
        CompletableFuture<Results<E>> request = ask.apply(pager.next());
        synchronized (this) {
            underWay = request;
        }
        if (isClosed()) {
            request.cancel(true);
        }
        return request;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Calls {@code listener} when this is closed; at once if it is closed already. */
    void onClose(Runnable listener) {
        synchronized (this) {
            onClose = listener;
            if (!closed) {
                return;
            }
        }
        listener.run();
    }

    /** Cancels the request that is under way, and sends no other. Idempotent. */
    public void close() {
        CompletableFuture<?> request;
        Runnable listener;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            request = underWay;
            listener = onClose;
            onClose = () -> {};
        }
        if (request != null) {
            request.cancel(true);
        }
        listener.run();
    }
}
