package hk.qos.client;

import hk.qos.client.internal.stream.QosDialect;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The streams of several clients, so that those with one key at one address are no more than the plan allows: the
 * server keeps the newest, and two clients would end each other for ever. Holds streams weakly, and no key. Safe for
 * all threads.
 */
final class StreamQuota {
    static final String SETTING = "planLimits.streamConnections";
    private static final StreamQuota OF_THIS_PROCESS = new StreamQuota();

    private final List<WeakReference<Place>> taken = new ArrayList<>();

    static StreamQuota ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * A stream that holds a place until it has ended, or nobody can reach it and it has no connection.
     *
     * @param make is given what the stream must speak
     * @throws LimitException if {@code allowed} others hold places with the same key at the same address
     */
    synchronized QosStream take(StreamOptions options, int allowed, Function<? super Dialect, QosStream> make) {
        taken.removeIf(place -> !isHeld(place.get()));
        long others = taken.stream()
                .map(WeakReference::get)
                .filter(place -> place != null && place.isLike(options))
                .count();
        if (others >= allowed) {
            throw new LimitException(
                    "streams at once with one key: the plan allows " + allowed
                            + ", and other clients of this process have " + others + " at " + options.uri()
                            + ": close one, or share its client",
                    SETTING);
        }
        Place place = new Place(options);
        QosStream stream = make.apply(place);
        place.stream = stream;
        taken.add(new WeakReference<>(place));
        return stream;
    }

    private static boolean isHeld(@Nullable Place place) {
        return place != null && place.stream != null && !place.stream.state().isFinal();
    }

    /** Lives as long as its stream does, which speaks through it: also while only a connection holds that. */
    private static final class Place implements Dialect {
        private final Dialect dialect = new QosDialect();
        private final StreamOptions options;
        private @Nullable QosStream stream;

        Place(StreamOptions options) {
            this.options = options;
        }

        boolean isLike(StreamOptions other) {
            return options.uri().equals(other.uri()) && Objects.equals(key(options), key(other));
        }

        private static @Nullable String key(StreamOptions options) {
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
        public String canonicalKey(String key) {
            return dialect.canonicalKey(key);
        }

        @Override
        public ClientException refused(Command command, String words) {
            return dialect.refused(command, words);
        }

        @Override
        public boolean refusesCredentials(String words) {
            return dialect.refusesCredentials(words);
        }

        @Override
        public @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
            return dialect.refusalIn(body);
        }
    }
}
