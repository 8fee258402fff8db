package hk.qos.stream.internal.recovery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Received;

/** A subscription to which a gap was reported, and which receives the recovered items. Called on the loop. */
public interface GapSubscriber<T> {

    /** Whether the subscription still holds {@code key}. */
    boolean wants(String key);

    void event(StreamEvent event);

    /** An item of {@code key} that was missed. */
    void recovered(String key, Received<T> item);
}
