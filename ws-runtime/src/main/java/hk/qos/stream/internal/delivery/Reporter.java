package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;

/** Receives what a mailbox reports to others than its consumer. Called on any thread. */
public interface Reporter {

    /** An overflow was delivered to its consumer. */
    void overflowed(StreamEvent.Overflow event);

    /** User code threw. */
    void failed(Throwable failure);
}
