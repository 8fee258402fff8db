package hk.qos.stream.spi;

import hk.qos.error.ClientException;
import hk.qos.stream.Latest;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.Subscription;
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
import java.util.function.UnaryOperator;

/**
 * A stream: connects at first use, stays connected, and restores its subscriptions. All methods may be called from any
 * thread, including callbacks. A null argument is refused with an {@link IllegalArgumentException} that names it.
 *
 * <p>Futures complete on two threads of the stream, never on the event loop or the delivery thread, so a listener may wait for
 * one, except with {@link StreamSetupBuilder#directDelivery}. A stage that waits for another future does not delay others; a
 * stage that blocks otherwise does, so run it on your own executor. A future completes after the events that led to it are queued: a
 * listener registered after {@link Subscription#ready} does not receive the {@link StreamEvent.Ready} before it.
 */
public final class StreamClient implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Engine engine;
    private final StreamSetup options;
    private final UnaryOperator<Duration> awaitEnd;

    private StreamClient(Engine engine, StreamSetup options, UnaryOperator<Duration> awaitEnd) {
        this.engine = engine;
        this.options = options;
        this.awaitEnd = awaitEnd;
    }

    /**
     * A stream that has not connected yet.
     *
     * @throws IllegalArgumentException if {@link StreamSetup#eventLoopGroup} does not run NIO, or the file of
     *     {@link StreamSetup#recording} cannot be used: its folder is missing, or it is not a regular, writable file
     * @throws IllegalStateException if the class path has no Netty, one before 4.1.122, or parts of 4.1 and 4.2; the
     *     message names what was found and what to do
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
     * Subscribes {@code keys} of {@code channel} until the handle is closed, across reconnects.
     *
     * @param keys in any spelling, at least one
     * @throws IllegalArgumentException if a key is invalid
     * @throws hk.qos.error.SubscriptionLimitException if more distinct keys would be subscribed than allowed; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public <T> Subscription<T> subscribe(
            Channel<T> channel, Collection<String> keys, StreamListener<? super T> listener) {
        Checks.required("channel", channel);
        return engine.subscribe(channel, Checks.items("keys", keys), Checks.required("listener", listener));
    }

    /** As {@link #subscribe(Channel, Collection, StreamListener)}, for use with a publisher only. */
    public <T> Subscription<T> subscribe(Channel<T> channel, Collection<String> keys) {
        return engine.subscribe(Checks.required("channel", channel), Checks.items("keys", keys), null);
    }

    /**
     * Removes {@code keys} from every handle of {@code channel}; a handle closes with its last key. The future completes when the
     * server has acknowledged the cancel: at once if nothing needs to be sent, because the server does not serve the keys or
     * another call subscribes them again, and when the connection is lost, since the server then forgets them. It fails with a
     * {@link hk.qos.error.ClosedException} if the stream closes first, and with the cause if the stream fails.
     *
     * @param keys in any spelling, at least one; keys without a handle are ignored
     * @throws IllegalArgumentException if a key is invalid; no key is removed
     */
    public CompletableFuture<Void> unsubscribe(Channel<?> channel, Collection<String> keys) {
        return engine.unsubscribe(Checks.required("channel", channel), Checks.items("keys", keys));
    }

    /** The options of requests that are made without any. */
    public RequestOptions requestDefaults() {
        return options.requestDefaults();
    }

    /** Sends {@code request} with the default {@link RequestOptions}. */
    public <R> CompletableFuture<R> request(Request<R> request) {
        return request(request, options.requestDefaults());
    }

    /**
     * Sends {@code request} in its turn. The future fails with a {@link hk.qos.error.ClientException}: refused by the server,
     * timed out, too many requests waiting, connection lost, or closed. Cancelling the future removes an unsent request.
     */
    public <R> CompletableFuture<R> request(Request<R> request, RequestOptions options) {
        return engine.request(Checks.required("request", request), Checks.required("options", options));
    }

    /**
     * Sends a heartbeat in its turn among requests, or earlier if one is due. The future has the server's time. It uses the
     * default {@link RequestOptions}, and fails as that of a request.
     */
    public CompletableFuture<Instant> heartbeat() {
        return engine.heartbeat();
    }

    /**
     * Calls {@code listener} with every event of the stream, in order, where listeners run: by default on the delivery thread.
     * Its exceptions are logged only.
     *
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onEvent(Consumer<? super StreamEvent> listener) {
        return engine.onEvent(Checks.required("listener", listener));
    }

    /**
     * Calls {@code listener} with the pushes of all channels of {@code family} that any subscription of this stream receives:
     * each push once, even if several subscriptions have its key. Subscribes nothing and does not connect. Delivery is as for
     * the listener of a subscription, with a queue of its own: {@link StreamListener} has the thread, {@link Retention} what a
     * slow listener loses. {@link StreamListener#onEvent} receives each event of these subscriptions once, lost connections, and
     * the end of the stream.
     *
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public <T> ListenerRegistration onPush(ChannelFamily<T> family, StreamListener<? super T> listener) {
        return engine.onPush(Checks.required("family", family), Checks.required("listener", listener));
    }

    /**
     * The newest push of a subscribed topic; empty if there is none.
     *
     * @throws IllegalArgumentException if {@code key} is invalid
     */
    public <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        return engine.latest(Checks.required("channel", channel), Checks.required("key", key));
    }

    /** The present state. */
    public StreamState state() {
        return engine.state();
    }

    /**
     * Connects now instead of at first use. The future completes at {@link StreamState#READY}, at once if the stream is ready,
     * even if later subscriptions are not acknowledged yet; see {@link Subscription#ready}. It fails with a
     * {@link hk.qos.error.ClosedException} if the stream is closed, with a {@link hk.qos.error.ConnectFailedException} if
     * {@link #disconnect} is called first, and with the cause if the stream fails. In {@link StreamState#BACKOFF} the next
     * attempt starts at once. In {@link StreamState#PAUSED} the stream connects, cutting a closing handshake that is still under
     * way, and restores its subscriptions.
     *
     * <p>The future has no timeout of its own; {@code connect().orTimeout(10, SECONDS)} fails that future alone, and the stream
     * goes on connecting.
     */
    public CompletableFuture<Void> connect() {
        return engine.connect();
    }

    /**
     * Ends the connection or the attempt to make one, and makes no other until {@link #connect}: the stream is
     * {@link StreamState#PAUSED}. Subscriptions and listeners stay. Keys may be subscribed and given up; the next connection
     * follows that, and a {@link StreamEvent.Gap} reports what each served key may have missed. Requests in progress and new
     * ones fail with a {@link hk.qos.error.ConnectionLostException} whose outcome says whether they were sent; those who wait
     * for {@link #connect} get a {@link hk.qos.error.ConnectFailedException}. {@link StreamEvent.Disconnected} reports the end of
     * a connection, then {@link StreamEvent.Paused} the pause. Calling this again, or after the end of the stream, has no
     * further effect.
     *
     * @return completes when the socket is closed: after the Close handshake, at most
     *     {@link StreamTimeouts#closeHandshake} later, by default 2 s; at once without a connection. Never fails.
     */
    public CompletableFuture<Void> disconnect() {
        return engine.disconnect();
    }

    /**
     * Closes the present connection, if there is one, and makes a new one, as after a loss. In {@link StreamState#BACKOFF} the
     * next attempt starts at once. Has no effect in {@link StreamState#IDLE} and {@link StreamState#PAUSED}.
     */
    public void reconnect() {
        engine.reconnect();
    }

    /**
     * Describes in one paragraph the state of the stream, why it is not {@code READY}, and what happens next. The text is not
     * meant to be parsed. Waits for the event loop, at most 1 s.
     */
    public String explain() {
        return engine.explain();
    }

    /**
     * Blocks until the stream is closed, by any thread. Lost connections and {@link #disconnect} do not end it. Listeners may
     * still receive what was queued before a failure; {@link #close} waits for them.
     *
     * @throws ClientException the reason if the stream has failed or fails; a {@link hk.qos.error.CallInterruptedException} if
     *     this thread is interrupted
     * @throws IllegalStateException in a listener of this stream, which would wait for itself
     */
    public void awaitClosed() {
        var unused = engine.awaitClosed(FOREVER);
    }

    /**
     * As {@link #awaitClosed()}, but for a limited time.
     *
     * @param timeout the longest wait; zero or less to look only
     * @return whether the stream is closed
     */
    public boolean awaitClosed(Duration timeout) {
        return engine.awaitClosed(Checks.required("timeout", timeout));
    }

    /**
     * Waits until listeners and publishers have taken what is queued now, then closes the stream. What is still queued after
     * the timeout is discarded, for example items for a subscriber without demand. In a listener it closes at once, since
     * waiting would block that listener.
     *
     * @param timeout for the delivery; closing takes additional time
     * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing was queued
     */
    public boolean drain(Duration timeout) {
        boolean delivered = engine.flush(Checks.required("timeout", timeout));
        close();
        return delivered;
    }

    /**
     * Rejects new work, fails pending operations with a {@link hk.qos.error.ClosedException}, sends a Close frame, closes the
     * socket. Discards what waits for listeners; their last event is {@link StreamEvent.Closed}. Takes at most
     * {@link StreamTimeouts#shutdown}, by default 5 s; then a listener that has not returned is interrupted. Closing again has no
     * effect. No thread stays, except at most one daemon thread in a name lookup of the system, which cannot be interrupted. In
     * a listener or an interrupted thread, this method returns at once and the shutdown continues. Once a listener has called it,
     * no listener receives anything but the last event.
     */
    @Override
    public void close() {
        engine.close();
        engine.awaitRecording(awaitEnd.apply(options.timeouts().shutdown()));
    }
}
