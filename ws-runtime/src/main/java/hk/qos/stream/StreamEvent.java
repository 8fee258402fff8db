package hk.qos.stream;

import hk.qos.error.ClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the stream. Immutable. Carries no header and no key of the account; {@code at} and other
 * moments are by this machine's clock.
 */
public sealed interface StreamEvent {

    /** When it happened, by this machine's clock. */
    Instant at();

    /** An attempt succeeded: the upgrade is done. {@code epoch} counts attempts from 1. */
    record Connected(int epoch, Instant at) implements StreamEvent {}

    /** An attempt failed before the connection was up. */
    record ConnectFailed(int epoch, ClientException cause, Instant at) implements StreamEvent {}

    /** Every subscription wanted at this moment is acknowledged or refused. */
    record Ready(int epoch, Instant at) implements StreamEvent {}

    /** A connection that was up is gone. {@code cause} has the server's words, if it closed with some. */
    record Disconnected(int epoch, ClientException cause, Instant at) implements StreamEvent {}

    /**
     * The next attempt comes after {@code delay}; {@code tries} attempts have failed in a row.
     *
     * @param refusal the answer that turned away a stream which had been {@code READY}: a refused key, a redirect, a
     *     certificate that is not accepted; null where the network or the server's state may be the cause. Such attempts
     *     go on for as long as {@link Backoff#giveUpAfter} allows
     */
    record BackingOff(int tries, Duration delay, @Nullable ClientException refusal, Instant at)
            implements StreamEvent {}

    /**
     * The end, since going on is pointless: the first connection was turned away, or later ones for longer than
     * {@link Backoff#giveUpAfter}. What had arrived before it is delivered first.
     */
    record Failed(ClientException cause, Instant at) implements StreamEvent {}

    /** The end, asked for. */
    record Closed(Instant at) implements StreamEvent {}

    /**
     * Pushes of {@code topic} may have been missed.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again
     * @param cause why the connection was lost
     */
    record Gap(Topic topic, Instant from, Instant to, String cause) implements StreamEvent {
        @Override
        public Instant at() {
            return to;
        }
    }

    /**
     * Some of what was missed was asked for and follows: {@code count} items of {@code topic}, marked as recovered.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again
     * @param complete whether this is all that was missed; if not, {@link Unrecovered} comes too
     */
    record Recovered(Topic topic, Instant from, Instant to, int count, boolean complete, Instant at)
            implements StreamEvent {}

    /**
     * Something that was missed between the two moments is lost for good. Only with {@link GapRecovery}.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again, or the moment of the oldest item that was recovered
     * @param reason why it cannot be had
     */
    record Unrecovered(Topic topic, Instant from, Instant to, String reason, Instant at) implements StreamEvent {}

    /** The keys are served again after a reconnect. */
    record Resumed(String channel, Set<String> keys, Instant at) implements StreamEvent {}

    /** The server refused a key. {@code reason} is in its own words, of which 1,000 characters are kept. */
    record Rejected(Topic topic, String reason, Instant at) implements StreamEvent {}

    /**
     * The server did not answer a frame that subscribed keys, or cancelled them. The connection goes on.
     *
     * @param cancel whether the frame was to cancel them
     * @param again how long until they are asked for, or cancelled, again; longer each time
     */
    record Unanswered(String channel, Set<String> keys, boolean cancel, Duration again, Instant at)
            implements StreamEvent {}

    /**
     * Connections ended after the key was asked for, so that it is asked for alone, as long as it is wanted. Nothing
     * refused it: a server that restarts looks the same.
     *
     * @param cause how the last of them ended
     * @param again how long it is left alone at least; longer each time while other keys are served without it
     */
    record Isolated(Topic topic, String cause, Duration again, Instant at) implements StreamEvent {}

    /**
     * A consumer was too slow, and {@code count} items were dropped here.
     *
     * @param from the time of the oldest dropped item: its own if it carries one, else its arrival
     * @param to the time of the newest
     */
    record Overflow(String channel, long count, Instant from, Instant to) implements StreamEvent {
        @Override
        public Instant at() {
            return to;
        }
    }

    /** No push for longer than the {@linkplain Staleness setting} allows. */
    record Stale(Topic topic, Duration age, Instant at) implements StreamEvent {}

    /**
     * The server acknowledged the keys, and has not pushed anything of them within the time that the
     * {@linkplain FirstPush setting} allows. It may not know them. Once for each key while it is wanted.
     */
    record NeverPushed(String channel, Set<String> keys, Duration after, Instant at) implements StreamEvent {}

    /**
     * The connection works, but heartbeats are not answered while data flows, or the server refuses them; {@code reason}
     * tells which. Reported once, until a heartbeat is answered or the connection ends.
     */
    record Degraded(String reason, Instant at) implements StreamEvent {}

    /** A heartbeat is answered again after {@link Degraded}. */
    record Healthy(Instant at) implements StreamEvent {}

    /**
     * Frames were skipped: malformed, or of a kind nobody knows. Once per kind and second, with the number since. A
     * listener hears of the pushes of its own topics that were skipped.
     */
    record Malformed(String kind, long count, Instant at) implements StreamEvent {}

    /** The {@linkplain Recording recording} misses messages, or ended; {@code reason} says which. The stream goes on. */
    record RecordingIncomplete(String reason, Instant at) implements StreamEvent {}

    /**
     * User code threw: a listener, or the executor of deliveries, whose refusal is a
     * {@link java.util.concurrent.RejectedExecutionException} with its words as the cause. Once per class of exception and
     * second, with the latest and the number since.
     */
    record CallbackFailed(Throwable cause, long count, Instant at) implements StreamEvent {}
}
