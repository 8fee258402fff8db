package hk.qos.stream;

/**
 * Either data or an event, in the order in which a {@link StreamListener} would see them.
 *
 * <p>Later versions do not add kinds, so a {@code switch} over the three needs no {@code default}. They may add events, see
 * {@link StreamEvent}.
 */
public sealed interface Update<T> {

    /** A push. */
    record Data<T>(T data) implements Update<T> {}

    /** Data that was missed and recovered later. */
    record Recovered<T>(T data) implements Update<T> {}

    /** An event of the subscription. */
    record Event<T>(StreamEvent event) implements Update<T> {}
}
