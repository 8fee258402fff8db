package hk.qos.stream;

/**
 * A registered listener.
 *
 * <p>Only this SDK implements this interface; later versions may add methods.
 */
public interface ListenerRegistration extends AutoCloseable {
    /** Removes the listener and discards what is queued for it. Closing again has no effect. */
    @Override
    void close();
}
