package hk.qos.stream.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How the newest items of a channel can be asked for, so that a gap can be filled.
 *
 * @param <T> one push
 */
public interface Recovery<T> {

    /** The most items of one key that an answer holds: fewer mean that there are no others. */
    int most();

    /**
     * Asks for the newest items of {@code keys}, which are canonical, distinct and at least one. The answer has them by
     * canonical key, in any order that {@link Channel#time} tells; a key of which there is nothing may be missing.
     */
    Request<Map<String, List<T>>> request(Collection<String> keys);
}
