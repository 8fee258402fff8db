package hk.qos.stream;

import hk.qos.error.ClientException;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the stream. Immutable. No event shows a header's value. {@link #at} and other times are by
 * this machine's clock.
 *
 * <p>Every event belongs to one of four branches: {@link ConnectionEvent}, {@link SubscriptionEvent}, {@link DataEvent} and
 * {@link HealthEvent}. Later versions may add kinds within a branch, so a {@code switch} should end each branch that it
 * divides with the branch itself. They do not add branches.
 */
public sealed interface StreamEvent {

    /** When it happened. */
    Instant at();

    private static Set<String> copyOf(Set<String> keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Checks.items("keys", keys)));
    }

    /** The connection came up, went down, or will be retried; the stream became ready or ended. */
    sealed interface ConnectionEvent extends StreamEvent {}

    /** The server served, refused or ignored keys. */
    sealed interface SubscriptionEvent extends StreamEvent {}

    /** Pushes are missing, were recovered, or do not come. */
    sealed interface DataEvent extends StreamEvent {}

    /** The stream works, but something about it needs attention, or no longer does. */
    sealed interface HealthEvent extends StreamEvent {}

    /**
     * An attempt to connect succeeded: the upgrade is done.
     *
     * @param connectionNumber counts the stream's connections from 1, failed attempts included
     */
    record Connected(int connectionNumber, Instant at) implements ConnectionEvent {
        public Connected {
            Checks.required("at", at);
        }
    }

    /**
     * An attempt to connect failed.
     *
     * @param connectionNumber as in {@link Connected}
     */
    record ConnectFailed(int connectionNumber, ClientException cause, Instant at) implements ConnectionEvent {
        public ConnectFailed {
            Checks.required("cause", cause);
            Checks.required("at", at);
        }
    }

    /**
     * The server has acknowledged or refused every subscription wanted at this moment.
     *
     * @param connectionNumber as in {@link Connected}
     */
    record Ready(int connectionNumber, Instant at) implements ConnectionEvent {
        public Ready {
            Checks.required("at", at);
        }
    }

    /**
     * A connection ended: it was lost, or {@code disconnect()} or {@code reconnect()} ended it.
     *
     * @param connectionNumber as in {@link Connected}
     * @param cause has the server's message if it sent one with its Close
     */
    record Disconnected(int connectionNumber, ClientException cause, Instant at) implements ConnectionEvent {
        public Disconnected {
            Checks.required("cause", cause);
            Checks.required("at", at);
        }
    }

    /**
     * The next attempt follows after {@code delay}.
     *
     * @param attempt the number of the next attempt since the stream last stayed {@code READY}: 1 after the first failure,
     *     and one more after each that follows
     * @param cause the answer that turned away a stream that had been {@code READY}: rejected credentials, a redirect, a
     *     certificate that is not trusted; {@code null} if the network or the server's state may be the cause. Such attempts
     *     are repeated for as long as {@link Backoff#giveUpAfter} allows
     */
    record BackingOff(int attempt, Duration delay, @Nullable ClientException cause, Instant at)
            implements ConnectionEvent {
        public BackingOff {
            Checks.required("delay", delay);
            Checks.required("at", at);
        }
    }

    /** The user called {@code disconnect()}: no attempt follows until {@code connect()}. */
    record Paused(Instant at) implements ConnectionEvent {
        public Paused {
            Checks.required("at", at);
        }
    }

    /**
     * The stream has ended because another attempt cannot help: the first connection was turned away, or later ones for
     * longer than {@link Backoff#giveUpAfter}. Everything that arrived before is delivered first.
     */
    record Failed(ClientException cause, Instant at) implements ConnectionEvent {
        public Failed {
            Checks.required("cause", cause);
            Checks.required("at", at);
        }
    }

    /** The stream was closed by the user. */
    record Closed(Instant at) implements ConnectionEvent {
        public Closed {
            Checks.required("at", at);
        }
    }

    /**
     * Pushes of {@code topic} may have been missed.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again
     * @param reason why the connection was lost
     */
    record Gap(Topic topic, Instant from, Instant to, String reason) implements DataEvent {
        public Gap {
            Checks.required("topic", topic);
            Checks.required("from", from);
            Checks.required("to", to);
            Checks.required("reason", reason);
        }

        @Override
        public Instant at() {
            return to;
        }
    }

    /**
     * {@code count} missed items of {@code topic} were requested and follow, marked as recovered.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again
     * @param complete whether this is everything that was missed; if not, an {@link Unrecovered} follows
     */
    record Recovered(Topic topic, Instant from, Instant to, int count, boolean complete, Instant at)
            implements DataEvent {
        public Recovered {
            Checks.required("topic", topic);
            Checks.required("from", from);
            Checks.required("to", to);
            Checks.required("at", at);
        }
    }

    /**
     * Items between the two times are lost and cannot be recovered. Only with {@link GapRecovery}.
     *
     * @param from when the topic was last known to be served
     * @param to when it was served again, or the time of the oldest recovered item
     * @param reason why they cannot be recovered
     */
    record Unrecovered(Topic topic, Instant from, Instant to, String reason, Instant at) implements DataEvent {
        public Unrecovered {
            Checks.required("topic", topic);
            Checks.required("from", from);
            Checks.required("to", to);
            Checks.required("reason", reason);
            Checks.required("at", at);
        }
    }

    /** The server serves the keys again after a reconnect. */
    record Resumed(String channel, Set<String> keys, Instant at) implements SubscriptionEvent {
        public Resumed {
            Checks.required("channel", channel);
            keys = copyOf(keys);
            Checks.required("at", at);
        }
    }

    /** The server refused a key. {@code reason} is the server's message, cut after 1,000 characters. */
    record Rejected(Topic topic, String reason, Instant at) implements SubscriptionEvent {
        public Rejected {
            Checks.required("topic", topic);
            Checks.required("reason", reason);
            Checks.required("at", at);
        }
    }

    /**
     * The server did not answer a frame that subscribed or cancelled keys. The connection stays up.
     *
     * @param cancel whether the frame cancelled them
     * @param retryIn how long until the stream sends it again; longer each time
     */
    record Unanswered(String channel, Set<String> keys, boolean cancel, Duration retryIn, Instant at)
            implements SubscriptionEvent {
        public Unanswered {
            Checks.required("channel", channel);
            keys = copyOf(keys);
            Checks.required("retryIn", retryIn);
            Checks.required("at", at);
        }
    }

    /**
     * Connections ended after the key was requested, so the stream now requests it separately, for as long as it is wanted.
     * The server did not refuse it: a restarting server looks the same.
     *
     * @param reason how the last of these connections ended
     * @param retryIn the shortest time until the next request; longer each time while other keys are served without it
     */
    record Isolated(Topic topic, String reason, Duration retryIn, Instant at) implements SubscriptionEvent {
        public Isolated {
            Checks.required("topic", topic);
            Checks.required("reason", reason);
            Checks.required("retryIn", retryIn);
            Checks.required("at", at);
        }
    }

    /**
     * A consumer was too slow, so {@code count} items were dropped at this point.
     *
     * @param from the time of the oldest dropped item: its own if it carries one, else its arrival
     * @param to the time of the newest
     */
    record Overflow(String channel, long count, Instant from, Instant to) implements DataEvent {
        public Overflow {
            Checks.required("channel", channel);
            Checks.required("from", from);
            Checks.required("to", to);
        }

        @Override
        public Instant at() {
            return to;
        }
    }

    /** A topic had no push for longer than its {@link Staleness} allows. */
    record Stale(Topic topic, Duration age, Instant at) implements DataEvent {
        public Stale {
            Checks.required("topic", topic);
            Checks.required("age", age);
            Checks.required("at", at);
        }
    }

    /**
     * The server acknowledged the keys, but has not pushed anything of them within the time that {@link FirstPush} allows. It
     * may not know them. Reported once for each key while it is wanted.
     */
    record NeverPushed(String channel, Set<String> keys, Duration after, Instant at) implements DataEvent {
        public NeverPushed {
            Checks.required("channel", channel);
            keys = copyOf(keys);
            Checks.required("after", after);
            Checks.required("at", at);
        }
    }

    /**
     * Heartbeats are not answered although data flows, or the server refuses them; {@code reason} says which. Reported once,
     * until a heartbeat is answered or the connection ends.
     */
    record Degraded(String reason, Instant at) implements HealthEvent {
        public Degraded {
            Checks.required("reason", reason);
            Checks.required("at", at);
        }
    }

    /** A heartbeat is answered again after {@link Degraded}. */
    record Healthy(Instant at) implements HealthEvent {
        public Healthy {
            Checks.required("at", at);
        }
    }

    /**
     * Frames were skipped because they are malformed or of an unknown kind. Reported once per kind and second, with the number
     * since the last report. A listener receives this for skipped pushes of its own topics.
     *
     * @param kind what is wrong with the last of them, for people
     */
    record Malformed(String kind, long count, Instant at) implements HealthEvent {
        public Malformed {
            Checks.required("kind", kind);
            Checks.required("at", at);
        }
    }

    /** The {@link Recording} lacks messages, or has ended; {@code reason} says which. The stream goes on. */
    record RecordingIncomplete(String reason, Instant at) implements HealthEvent {
        public RecordingIncomplete {
            Checks.required("reason", reason);
            Checks.required("at", at);
        }
    }

    /**
     * A listener or other user code threw, or the delivery executor rejected a task, in which case {@code cause} is a
     * {@link java.util.concurrent.RejectedExecutionException}. Reported once per class of exception and second, with the
     * latest exception and the number since the last report.
     */
    record CallbackFailed(Throwable cause, long count, Instant at) implements HealthEvent {
        public CallbackFailed {
            Checks.required("cause", cause);
            Checks.required("at", at);
        }
    }
}
