package hk.qos.ws;

import hk.qos.ws.spi.Channel;
import hk.qos.ws.spi.Dialect;
import hk.qos.ws.spi.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One stream: connects at first use, stays connected, restores its subscriptions. All methods may be called from any
 * thread, from callbacks too.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class StreamClient implements AutoCloseable {
    private StreamClient() {}

    /** A stream that has not connected yet. */
    public static StreamClient create(Dialect dialect, StreamOptions options) {
        throw new UnsupportedOperationException("the engine is not part of this version: " + options);
    }

    /**
     * Wants {@code keys} of {@code channel} from now on, whatever the connection does.
     *
     * @param keys in any spelling, at least one
     * @throws IllegalArgumentException if a key cannot be one
     * @throws hk.qos.ws.error.SubscriptionLimitException if that were more distinct keys than allowed; nothing is sent
     * @throws hk.qos.ws.error.ClosedException if the stream is closed
     */
    public <T> Subscription<T> subscribe(Channel<T> channel, Collection<String> keys, Listener<? super T> listener) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #subscribe(Channel, Collection, Listener)}, for who takes only a publisher. */
    public <T> Subscription<T> subscribe(Channel<T> channel, Collection<String> keys) {
        throw new UnsupportedOperationException();
    }

    /** Takes {@code keys} from every handle of {@code channel}. */
    public void unsubscribe(Channel<?> channel, Collection<String> keys) {
        throw new UnsupportedOperationException();
    }

    /** Sends {@code request} with the default {@link RequestOptions}. */
    public <R> CompletableFuture<R> request(Request<R> request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends {@code request}, in its turn. The future fails with a {@link hk.qos.ws.error.ClientException}; it is never
     * completed on the I/O thread.
     */
    public <R> CompletableFuture<R> request(Request<R> request, RequestOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Sends a heartbeat now, in its turn, and gives the server's time. */
    public CompletableFuture<Instant> heartbeat() {
        throw new UnsupportedOperationException();
    }

    /** Tells {@code listener} everything that happens, in order, on the delivery thread. */
    public EventRegistration onEvent(Consumer<? super StreamEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** The newest push of a subscribed topic. */
    public <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        throw new UnsupportedOperationException();
    }

    public StreamState state() {
        throw new UnsupportedOperationException();
    }

    /** Connects now rather than at first use; completes at {@link StreamState#READY}. */
    public CompletableFuture<Void> connect() {
        throw new UnsupportedOperationException();
    }

    /** Drops the present connection, if there is one, and makes a new one, as after a loss. */
    public void reconnect() {
        throw new UnsupportedOperationException();
    }

    /** One paragraph: where the stream stands, why it is not {@code READY}, and what comes next. */
    public String explain() {
        throw new UnsupportedOperationException();
    }

    /**
     * Delivers what is queued, then closes.
     *
     * @return whether everything was delivered within {@code timeout}
     */
    public boolean drain(Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /** Refuses new work, fails what is pending, says goodbye, cuts. Idempotent; takes at most 5 s. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
