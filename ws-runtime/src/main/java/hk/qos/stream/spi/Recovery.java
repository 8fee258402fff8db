package hk.qos.stream.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The request for the newest items of a channel, which fills gaps.
 *
 * @param <T> one push
 */
public interface Recovery<T> {

    /** The maximum number of items of one key in an answer. Fewer items mean that there are no others. */
    int most();

    /**
     * Requests the newest items of {@code keys}, which are canonical, distinct and not empty. The answer has them by canonical
     * key, in any order; {@link Channel#time} orders them. A key without items may be missing.
     */
    Request<Map<String, List<T>>> request(Collection<String> keys);
}
