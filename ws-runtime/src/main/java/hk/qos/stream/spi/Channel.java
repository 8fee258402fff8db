package hk.qos.stream.spi;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A kind of data that can be subscribed, key by key. Two channels are the same if they are {@link Object#equals
 * equal}; implementations are immutable.
 *
 * @param <T> one push
 */
public interface Channel<T> {

    /** A short name for events, metrics and logs; unique within the dialect. */
    String name();

    /** What a consumer that falls behind may lose. */
    Retention retention();

    /** The frame that subscribes {@code keys}, which are canonical, distinct and at least one. */
    Command subscribe(Collection<String> keys);

    /** The frame that undoes {@link #subscribe} for {@code keys}. */
    Command cancel(Collection<String> keys);

    /**
     * What makes two pushes of one key the same thing in two versions, under {@link Retention#LATEST_PER_IDENTITY};
     * the start of a bar that is still forming, for example.
     */
    default Object identity(T data) {
        return "";
    }

    /**
     * Whether two observations are of one thing: a push and an item of an answer, for example. Numbers are to be compared
     * by value, since one thing may be written in several ways.
     */
    default boolean isSame(T one, T other) {
        return one.equals(other);
    }

    /** How what was missed can be asked for; {@code null} if it cannot. */
    default @Nullable Recovery<T> recovery() {
        return null;
    }

    /** The moment that the data itself carries, if it carries one. */
    default @Nullable Instant time(T data) {
        return null;
    }
}
