package hk.qos.stream;

/** A registered event listener. */
@FunctionalInterface
public interface EventRegistration extends AutoCloseable {
    /** Removes the listener and discards its queued events. Closing again has no effect. */
    @Override
    void close();
}
