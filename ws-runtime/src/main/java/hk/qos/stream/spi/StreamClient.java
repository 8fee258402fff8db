package hk.qos.stream.spi;

import hk.qos.stream.EventRegistration;
import hk.qos.stream.Latest;
import hk.qos.stream.Listener;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.Timeouts;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.netty.NettyHost;
import hk.qos.stream.internal.netty.NettyLibrary;
import hk.qos.stream.internal.recording.FrameRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One stream: connects at first use, stays connected, restores its subscriptions. All methods may be called from any
 * thread, from callbacks too. An argument that is null is an {@link IllegalArgumentException} that names it.
 *
 * <p>Futures complete on two threads of the stream, never on the event loop nor on the delivery thread, so that a listener
 * may wait for one, except with {@link StreamSetupBuilder#directDelivery}. A stage that waits for another future holds up
 * no others; one that blocks in another way does, so give it an executor of your own. What a future tells is behind the
 * events that led to it: a listener that is registered after {@link Subscription#ready} does not hear the
 * {@link StreamEvent.Ready} of that time.
 */
public final class StreamClient implements AutoCloseable {
    private final Engine engine;
    private final StreamSetup options;
    private final Consumer<Duration> awaitEnd;

    private StreamClient(Engine engine, StreamSetup options, Consumer<Duration> awaitEnd) {
        this.engine = engine;
        this.options = options;
        this.awaitEnd = awaitEnd;
    }

    /**
     * A stream that has not connected yet.
     *
     * @throws IllegalArgumentException if {@link StreamSetup#eventLoopGroup} does not run NIO, or the file of
     *     {@link StreamSetup#recording} cannot be one: its folder is missing, it is no regular file, or it is not writable
     * @throws IllegalStateException if the class path has no Netty, one before 4.1.122, or parts of 4.1 and 4.2; the
     *     message names what was found and what helps
     */
    public static StreamClient create(Dialect dialect, StreamSetup options) {
        Checks.required("dialect", dialect);
        NettyLibrary.require();
        Recording recording = Checks.required("options", options).recording();
        if (recording != null) {
            FrameRecorder.requireWritable(recording.file());
        }
        NettyHost host = new NettyHost(options);
        return new StreamClient(new Engine(dialect, options, host.environment()), options, host::awaitEnd);
    }

    /**
     * Wants {@code keys} of {@code channel} from now on, whatever the connection does.
     *
     * @param keys in any spelling, at least one
     * @throws IllegalArgumentException if a key cannot be one
     * @throws hk.qos.error.SubscriptionLimitException if that were more distinct keys than allowed; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public <T> Subscription<T> subscribe(Channel<T> channel, Collection<String> keys, Listener<? super T> listener) {
        Checks.required("channel", channel);
        return engine.subscribe(channel, Checks.items("keys", keys), Checks.required("listener", listener));
    }

    /** As {@link #subscribe(Channel, Collection, Listener)}, for who takes only a publisher. */
    public <T> Subscription<T> subscribe(Channel<T> channel, Collection<String> keys) {
        return engine.subscribe(Checks.required("channel", channel), Checks.items("keys", keys), null);
    }

    /**
     * Takes {@code keys} from every handle of {@code channel}; the last key closes its handle. The future completes
     * when the server has acknowledged that it serves them no more: at once if nothing need be sent, since nothing of
     * it was at the server or somebody wants it again, and also when the connection is lost, since the subscription is
     * gone with it. It fails with a {@link hk.qos.error.ClosedException} when the stream closes before, and with the
     * reason when the stream fails.
     *
     * @param keys in any spelling, at least one; those that no handle holds are ignored
     * @throws IllegalArgumentException if a key cannot be one; nothing is given up
     */
    public CompletableFuture<Void> unsubscribe(Channel<?> channel, Collection<String> keys) {
        return engine.unsubscribe(Checks.required("channel", channel), Checks.items("keys", keys));
    }

    /** The options of requests that are made without any, as they were set. */
    public RequestOptions requestDefaults() {
        return options.requestDefaults();
    }

    /** Sends {@code request} with the default {@link RequestOptions}. */
    public <R> CompletableFuture<R> request(Request<R> request) {
        return request(request, options.requestDefaults());
    }

    /**
     * Sends {@code request}, in its turn. The future fails with a {@link hk.qos.error.ClientException}: refused in the
     * server's words, too late, too many waiting, connection lost, closed. Cancelling it takes back what was not sent.
     */
    public <R> CompletableFuture<R> request(Request<R> request, RequestOptions options) {
        return engine.request(Checks.required("request", request), Checks.required("options", options));
    }

    /**
     * Sends a heartbeat in its turn among requests, sooner if one is due, and gives the server's time. It has the default
     * {@link RequestOptions}, and its future fails as that of a request.
     */
    public CompletableFuture<Instant> heartbeat() {
        return engine.heartbeat();
    }

    /**
     * Tells {@code listener} everything that happens, in order, where listeners run: by default on the delivery thread.
     * What it throws is only logged.
     */
    public EventRegistration onEvent(Consumer<? super StreamEvent> listener) {
        return engine.onEvent(Checks.required("listener", listener));
    }

    /**
     * The newest push of a subscribed topic; empty if there was none.
     *
     * @throws IllegalArgumentException if {@code key} cannot be one
     */
    public <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        return engine.latest(Checks.required("channel", channel), Checks.required("key", key));
    }

    /** Where the stream stands at this moment. */
    public StreamState state() {
        return engine.state();
    }

    /**
     * Connects now rather than at first use; completes at {@link StreamState#READY}, so at once if that is the state,
     * whatever was subscribed since: {@link Subscription#ready} tells of that. Fails with a
     * {@link hk.qos.error.ClosedException} if the stream is closed, and with the reason if it fails. In
     * {@link StreamState#BACKOFF} the next attempt is made at once, whatever the wait was for.
     */
    public CompletableFuture<Void> connect() {
        return engine.connect();
    }

    /**
     * Drops the present connection, if there is one, and makes a new one, as after a loss. In {@link StreamState#BACKOFF}
     * the next attempt is made at once, whatever the wait was for.
     */
    public void reconnect() {
        engine.reconnect();
    }

    /**
     * One paragraph: where the stream stands, why it is not {@code READY}, and what comes next. For people, not to be
     * parsed. Asks the event loop, for a second at most.
     */
    public String explain() {
        return engine.explain();
    }

    /**
     * Waits until listeners and publishers have taken what is queued now, then closes in any case: what still waits then
     * is lost as with {@link #close}. Something that waits for a subscriber who asks for nothing is waited for in vain. A
     * listener that calls it closes at once: the listener itself stands in the way of the rest.
     *
     * @param timeout for the delivery; closing comes on top
     * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing waited
     */
    public boolean drain(Duration timeout) {
        boolean delivered = engine.flush(Checks.required("timeout", timeout));
        close();
        return delivered;
    }

    /**
     * Refuses new work from now on, a listener's own included, fails what is pending by a {@link hk.qos.error.ClosedException}, says goodbye, cuts. What waits
     * for listeners is discarded; the last that each hears is {@link StreamEvent.Closed}. Idempotent; takes at most
     * {@link Timeouts#shutdown}, by default 5 s. No thread is left, but for one that waits for the system to look up a
     * name, which cannot be interrupted: a daemon, and one at most. A listener that does not come back by then is
     * interrupted. Called by a listener or by a thread that is interrupted, it returns at once, and the rest follows.
     */
    @Override
    public void close() {
        long start = System.nanoTime();
        engine.close();
        awaitEnd.accept(options.timeouts().shutdown());
        engine.awaitRecording(options.timeouts().shutdown().minusNanos(System.nanoTime() - start));
    }
}
