package hk.qos.stream;

/** A registered listener of events; closing it takes the listener off. */
@FunctionalInterface
public interface EventRegistration extends AutoCloseable {
    /** Takes the listener off; what waits for it is discarded. Closing again does nothing. */
    @Override
    void close();
}
