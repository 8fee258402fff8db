package hk.qos.stream;

/**
 * A registered event listener.
 *
 * <p>Only this SDK implements this interface; later versions may add methods.
 */
public interface EventRegistration extends AutoCloseable {
    /** Removes the listener and discards its queued events. Closing again has no effect. */
    @Override
    void close();
}
