package hk.qos.stream;

import hk.qos.stream.spi.StreamClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One caller's interest in some keys of a channel. It survives reconnects. Several handles may share a key; the server
 * is told to stop only when the last of them has let go. All methods may be called from any thread.
 */
public interface Subscription<T> extends AutoCloseable {

    /**
     * Completes when every key is acknowledged, and fails with a {@link hk.qos.error.RefusedException} that carries
     * the server's words once all are answered and one was refused. Fails with a
     * {@link hk.qos.error.ClosedException} if the handle or the stream is closed first, and with the reason if the
     * stream fails. Completes on a thread of the stream, see {@link StreamClient}.
     */
    CompletableFuture<Void> ready();

    /** The name of the channel. */
    String channel();

    /** The keys, in canonical spelling, in the order given; those refused or given up included. */
    Set<String> keys();

    /** Where each key stands at this moment. */
    Map<String, SubscriptionState> states();

    /** Why the server refused {@code key}, in its own words; {@code null} unless it did. */
    @Nullable
    String rejection(String key);

    /**
     * Lets go of every key. What waits for the listener is discarded, and nothing more is delivered to it; publishers
     * complete. Closing again does nothing.
     */
    @Override
    void close();

    /** Whether it is closed: by its owner, with its last key, or with its stream. */
    boolean isClosed();

    /**
     * The pushes, from the moment of subscribing. Demand is honoured; what a subscriber is too slow for is treated as for
     * a listener. Events are left out: take {@link #updates()} to see gaps and overflows. Completes when this handle or
     * the stream is closed, and fails with the reason if the stream fails; who subscribes afterwards is told so at once.
     * If the delivery executor refuses and is an {@link java.util.concurrent.ExecutorService} that was shut down,
     * subscribers fail with its {@link java.util.concurrent.RejectedExecutionException}; any other refusal is waited out.
     */
    Flow.Publisher<T> publisher();

    /** The pushes, and the events between them; else as {@link #publisher()}. */
    Flow.Publisher<Update<T>> updates();
}
