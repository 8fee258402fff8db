package hk.qos.ws;

/** A registered listener of events; closing it takes the listener off. */
@FunctionalInterface
public interface EventRegistration extends AutoCloseable {
    @Override
    void close();
}
