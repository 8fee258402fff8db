package hk.qos.client.api;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer.
 *
 * @param <T> the payload
 */
public interface Envelope<T> {

    /** {@code OK}, or the server's error message. */
    String message();

    /** The payload; null unless the message is {@code OK}. */
    @Nullable
    T data();

    /** The payload of a success without data; null if there must be data. */
    default @Nullable T none() {
        return null;
    }
}
