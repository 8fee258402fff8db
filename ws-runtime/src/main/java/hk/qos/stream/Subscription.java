package hk.qos.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A handle for subscribed keys of a channel. It survives reconnects. Several handles may share a key; the stream cancels a key
 * at the server when its last handle gives it up. All methods may be called from any thread.
 *
 * <p>Only this SDK implements this interface; later versions may add methods.
 */
public interface Subscription<T> extends AutoCloseable {

    /**
     * Completes when the server has acknowledged every key. If it refused one, fails with a
     * {@link hk.qos.error.RefusedException} with the server's message once every key is answered. Fails with a
     * {@link hk.qos.error.ClosedException} if the handle or the stream is closed first, and with the cause if the stream
     * fails. Completes on a completion thread of the stream, never on the event loop or the delivery thread.
     *
     * <p>The future has no timeout of its own, since the stream tries again for as long as the keys are wanted. Every call
     * returns the same future, which callers cannot complete or cancel. {@code ready().orTimeout(10, SECONDS)} returns
     * another future and fails that one alone; the subscription goes on. {@link #close} ends it.
     */
    CompletableFuture<Void> ready();

    /** The name of the channel, see {@link Topic#channel}. */
    String channel();

    /** The keys in canonical spelling, in the order given, including refused and given up ones. */
    Set<String> keys();

    /** The present state of each key. */
    Map<String, SubscriptionState> states();

    /** The server's message if it refused {@code key}; otherwise {@code null}. */
    @Nullable
    String rejection(String key);

    /**
     * Gives up every key. Discards what waits for the listener and delivers nothing more; publishers complete. Closing again
     * has no effect.
     */
    @Override
    void close();

    /** Whether it is closed: by {@link #close}, with its last key, or with its stream. */
    boolean isClosed();

    /**
     * The pushes from the time of subscribing, without events; {@link #updates()} has both. It honours demand, and overflows as
     * for a listener. It completes when this handle or the stream is closed, and fails with the cause if the stream fails,
     * for later subscribers at once. If the delivery executor is an {@link java.util.concurrent.ExecutorService} that was shut
     * down, it fails with a {@link java.util.concurrent.RejectedExecutionException}; after any other rejection, delivery is
     * tried again.
     */
    Flow.Publisher<T> publisher();

    /** The pushes and the events between them; otherwise as {@link #publisher()}. */
    Flow.Publisher<Update<T>> updates();
}
