package hk.qos.client;

import hk.qos.client.internal.stream.QosDialect;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import hk.qos.stream.spi.StreamSetup;
import io.netty.buffer.ByteBuf;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Limits the streams of several clients with one API key and address to what the plan allows. The server closes the
 * oldest of too many streams, so that two clients would displace each other repeatedly. Holds streams weakly, and no
 * key. Thread-safe.
 */
final class StreamQuota {
    static final String SETTING = "PlanLimits.withStreamConnections";
    private static final StreamQuota OF_THIS_PROCESS = new StreamQuota();

    private final List<WeakReference<Place>> taken = new ArrayList<>();

    static StreamQuota ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * Creates a stream, which counts until it has ended, or is unreachable and has no connection, and except while it is
     * paused.
     *
     * @param make creates the stream with the given place as its dialect
     * @throws LimitException if {@code allowed} other streams with the same API key and address are open
     */
    synchronized QosStream take(StreamSetup options, int allowed, Function<? super Place, QosStream> make) {
        requirePlace(options, allowed);
        Place place = new Place(this, options, allowed);
        QosStream stream = make.apply(place);
        place.stream = stream;
        taken.add(new WeakReference<>(place));
        return stream;
    }

    private void requirePlace(StreamSetup options, int allowed) {
        taken.removeIf(place -> !isOpen(place.get()));
        long others = taken.stream()
                .map(WeakReference::get)
                .filter(place -> place != null && !place.left && place.isLike(options))
                .count();
        if (others >= allowed) {
            throw new LimitException(
                    "streams at once with one API key: the plan allows " + allowed
                            + ", and other clients of this process have " + others + " at " + options.uri()
                            + ": close one, or share its client",
                    SETTING);
        }
    }

    private synchronized void leave(Place place) {
        place.left = true;
    }

    private synchronized void enter(Place place) {
        if (place.left) {
            requirePlace(place.options, place.allowed);
            place.left = false;
        }
    }

    private static boolean isOpen(@Nullable Place place) {
        return place != null && place.stream != null && !place.stream.state().isFinal();
    }

    /**
     * Reachable as long as its stream, which holds it as its dialect, including while only a connection holds the
     * stream.
     */
    static final class Place implements Dialect, StreamPlace {
        private final Dialect dialect = new QosDialect();
        private final StreamQuota quota;
        private final StreamSetup options;
        private final int allowed;
        private @Nullable QosStream stream;

        /** Guarded by the quota. */
        private boolean left;

        private Place(StreamQuota quota, StreamSetup options, int allowed) {
            this.quota = quota;
            this.options = options;
            this.allowed = allowed;
        }

        @Override
        public void leave() {
            quota.leave(this);
        }

        @Override
        public void enter() {
            quota.enter(this);
        }

        boolean isLike(StreamSetup other) {
            return options.uri().equals(other.uri()) && Objects.equals(key(options), key(other));
        }

        private static @Nullable String key(StreamSetup options) {
            return options.headers().get(StreamOperations.KEY_HEADER);
        }

        @Override
        public void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException {
            dialect.read(frame, sink);
        }

        @Override
        public @Nullable Answer answerIn(ByteBuf beginning) {
            return dialect.answerIn(beginning);
        }

        @Override
        public Request<Instant> heartbeat() {
            return dialect.heartbeat();
        }

        @Override
        public ClientException refused(Command command, String message) {
            return dialect.refused(command, message);
        }

        @Override
        public boolean refusesCredentials(String message) {
            return dialect.refusesCredentials(message);
        }

        @Override
        public @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
            return dialect.refusalIn(body);
        }
    }
}
