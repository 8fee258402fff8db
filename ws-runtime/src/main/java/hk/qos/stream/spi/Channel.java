package hk.qos.stream.spi;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A kind of data that can be subscribed by key. Equal channels are the same channel. Implementations are immutable.
 *
 * @param <T> one push
 */
public interface Channel<T> {

    /** A short name for events, metrics and logs; unique within the dialect. */
    String name();

    /** The channels whose pushes are of the same kind; by default this channel alone, under its name. */
    default ChannelFamily<T> family() {
        return new ChannelFamily<>(name());
    }

    /**
     * The canonical spelling of a key, in which keys are compared, sent and delivered. Any thread may call it.
     *
     * @throws IllegalArgumentException if {@code key} is invalid; the message names it
     */
    String canonicalKey(String key);

    /** Whether its keys count towards the most distinct keys of a stream; by default they do. */
    default boolean isCounted() {
        return true;
    }

    /** What a slow consumer may lose. */
    Retention retention();

    /** The frame that subscribes {@code keys}, which are canonical, distinct and not empty. */
    Command subscribe(Collection<String> keys);

    /** The frame that undoes {@link #subscribe} for {@code keys}. */
    Command cancel(Collection<String> keys);

    /**
     * The identity of an item: equal for all versions of one item of a key, for example the start of a bar. Used with
     * {@link Retention#LATEST_PER_IDENTITY}.
     */
    default Object identity(T data) {
        return "";
    }

    /**
     * Whether two items are the same, for example a push and an item of an answer. Compares numbers by value, since one number
     * has several spellings.
     */
    default boolean isSame(T one, T other) {
        return one.equals(other);
    }

    /** The request for missed items; {@code null} if the protocol has none. */
    default @Nullable Recovery<T> recovery() {
        return null;
    }

    /** The time in the data; {@code null} if it has none. */
    default @Nullable Instant time(T data) {
        return null;
    }
}
