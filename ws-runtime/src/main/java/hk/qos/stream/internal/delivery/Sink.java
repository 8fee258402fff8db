package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import org.jspecify.annotations.Nullable;

/** The consumer of a mailbox. Called serially; the caller catches what it throws. */
public interface Sink<T> {

    /** Called once, first. */
    default void start() {}

    /** Whether the consumer accepts one more item now. Called under the mailbox's lock, so it must not block. */
    default boolean accepts(boolean event) {
        return true;
    }

    void data(T data);

    /** Data that was missed and recovered later. */
    default void recovered(T data) {
        data(data);
    }

    void event(StreamEvent event);

    /** Whether {@link #event} calls user code. */
    default boolean hearsEvents() {
        return true;
    }

    /** Called once, last; {@code error} is null if the stream was closed. */
    default void end(@Nullable Throwable error) {}

    /** Only {@link #end} will follow. Called on any thread, possibly more than once. */
    default void over() {}

    /** Whether a failure of user code ends delivery. */
    default boolean endsOnFailure() {
        return false;
    }
}
