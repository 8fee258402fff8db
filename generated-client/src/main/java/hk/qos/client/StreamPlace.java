package hk.qos.client;

import hk.qos.error.LimitException;

/** The place of a stream among those that the plan allows at once. Thread-safe. */
interface StreamPlace {
    /** One of any number. */
    StreamPlace UNLIMITED = new StreamPlace() {
        @Override
        public void leave() {}

        @Override
        public void enter() {}
    };

    /** Gives the place to other streams: this one is paused. */
    void leave();

    /**
     * Takes the place again, if it was given up.
     *
     * @throws LimitException if other streams have all places
     */
    void enter();
}
