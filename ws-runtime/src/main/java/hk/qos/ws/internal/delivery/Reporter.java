package hk.qos.ws.internal.delivery;

import hk.qos.ws.StreamEvent;

/** Hears what a mailbox has to tell others than its consumer. Called on any thread. */
public interface Reporter {

    /** An overflow was delivered to its consumer. */
    void overflowed(StreamEvent.Overflow event);

    /** User code threw. */
    void failed(Throwable failure);
}
