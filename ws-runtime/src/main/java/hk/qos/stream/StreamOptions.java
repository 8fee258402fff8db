package hk.qos.stream;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The options of a stream, each with a default. Every setter returns this object, refuses null unless the parameter is
 * marked nullable, and throws an {@link IllegalArgumentException} that names an invalid value. Not safe for several threads.
 *
 * <p>Only this SDK implements this interface; later versions may add methods.
 */
public interface StreamOptions {

    /** How long each step may take; by default {@link StreamTimeouts#defaults()}. */
    StreamOptions timeouts(StreamTimeouts timeouts);

    /** How long to wait before the next attempt to connect; by default {@link Backoff#defaults()}. */
    StreamOptions backoff(Backoff backoff);

    /** How much may wait, and how large a message may be; by default {@link StreamLimits#defaults()}. */
    StreamOptions limits(StreamLimits limits);

    /** The options of requests that are made without any, and of heartbeats; by default {@link RequestOptions#defaults()}. */
    StreamOptions requestDefaults(RequestOptions requestDefaults);

    /** The time between two heartbeats, 1 ms to 10 minutes; by default the protocol's, or 15 s. */
    StreamOptions heartbeatInterval(Duration interval);

    /**
     * How long after a heartbeat is due the stream waits for its answer, or for any other byte, before it considers the
     * connection dead and reconnects; more than zero, by default 10 s.
     */
    StreamOptions heartbeatTimeout(Duration timeout);

    /** The number of keys that one frame may carry, at least 1; by default 1,000. */
    StreamOptions maxKeysPerFrame(int maxKeysPerFrame);

    /** What a frame that subscribes carries; by default {@link SubscribeMode#DIFFERENCES}. */
    StreamOptions subscribeMode(SubscribeMode mode);

    /** How often the stream repeats what the server does not answer; by default {@link Resubscription#defaults()}. */
    StreamOptions resubscription(Resubscription resubscription);

    /** Requests the items that a gap has lost; by default, and for {@code null}, off. */
    StreamOptions recoverGaps(@Nullable GapRecovery recovery);

    /** Reports topics without pushes by {@link StreamEvent.Stale}; by default, and for {@code null}, off. */
    StreamOptions staleness(@Nullable Staleness staleness);

    /**
     * Reports topics that were acknowledged and never pushed by {@link StreamEvent.NeverPushed}; by default, and for
     * {@code null}, off, since a closed market looks the same. The stream's {@code explain()} names them in any case.
     */
    StreamOptions firstPush(@Nullable FirstPush firstPush);

    /**
     * Calls listeners on {@code executor}, those of one subscription serially; by default the stream has one delivery
     * thread. Replaces {@link #directDelivery}. The executor is left running when the stream closes. If it rejects a task,
     * {@link StreamEvent.CallbackFailed} reports that, and the stream keeps what waits, as for a slow listener, and tries
     * again; only the end of the stream is reported on another thread if necessary. The executor must not discard tasks
     * silently, nor run them on the calling thread.
     */
    StreamOptions deliveryExecutor(Executor executor);

    /**
     * Calls listeners on the event loop, which this stream then does not share: the lowest latency, but a listener that
     * blocks stops the stream. Listeners must not wait for a future of the stream, which would never complete. Replaces
     * {@link #deliveryExecutor}.
     */
    StreamOptions directDelivery();

    /**
     * After how long the stream reports a listener, or other user code, that has not returned; more than zero, by default
     * 5 s. The log names subscription, thread and stack frame, up to a tenth of that time later, and again whenever the time
     * has doubled; so does the stream's {@code explain()}.
     */
    StreamOptions listenerWarning(Duration after);

    /**
     * Runs the stream on one of these event loops, which must be NIO, and leaves them running when the stream closes; by
     * default streams share the SDK's own. If the group is shut down first, the stream and everything pending fail.
     */
    StreamOptions eventLoopGroup(EventLoopGroup group);

    /** Offers permessage-deflate; by default off. {@link StreamLimits#maxMessageBytes} bounds the inflated size of a message. */
    StreamOptions compression(boolean compression);

    /** Writes down what the stream receives; by default, and for {@code null}, off. */
    StreamOptions recording(@Nullable Recording recording);
}
