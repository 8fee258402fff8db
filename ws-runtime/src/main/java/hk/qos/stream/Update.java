package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;

/**
 * Either data or an event, in the order in which a {@link StreamListener} would see them.
 *
 * <p>Later versions do not add kinds, so a {@code switch} over the three needs no {@code default}. They may add events, see
 * {@link StreamEvent}.
 */
public sealed interface Update<T> {

    /** A push. */
    record Data<T>(T data) implements Update<T> {
        public Data {
            Checks.required("data", data);
        }
    }

    /** Data that was missed and recovered later. */
    record Recovered<T>(T data) implements Update<T> {
        public Recovered {
            Checks.required("data", data);
        }
    }

    /** An event of the subscription. */
    record Event<T>(StreamEvent event) implements Update<T> {
        public Event {
            Checks.required("event", event);
        }
    }
}
