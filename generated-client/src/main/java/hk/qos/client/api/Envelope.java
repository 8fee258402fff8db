package hk.qos.client.api;

import org.jspecify.annotations.Nullable;

/**
 * What every answer is wrapped in.
 *
 * @param <T> the payload
 */
public interface Envelope<T> {

    /** {@code OK}, or the server's words on why there is no data. */
    String message();

    /** The payload; only with {@code OK}. */
    @Nullable
    T data();

    /** What a success without payload means; null if there must be one. */
    default @Nullable T none() {
        return null;
    }
}
