package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import org.jspecify.annotations.Nullable;

/** Where a mailbox delivers to. Called serially; what it throws is the caller's to catch. */
public interface Sink<T> {

    /** Called once, first. */
    default void start() {}

    /** Whether one more item can be taken now. Called under the mailbox's lock, so it must not block. */
    default boolean accepts(boolean event) {
        return true;
    }

    void data(T data);

    /** Data that was missed, and asked for later. */
    default void recovered(T data) {
        data(data);
    }

    void event(StreamEvent event);

    /** Whether {@link #event} calls user code. */
    default boolean hearsEvents() {
        return true;
    }

    /** Called once, last; {@code error} unless the end was asked for. */
    default void end(@Nullable Throwable error) {}

    /** Nothing more than {@link #end} will be called. On any thread, maybe more than once. */
    default void over() {}

    /** Whether a failure of user code ends the deliveries. */
    default boolean endsOnFailure() {
        return false;
    }
}
