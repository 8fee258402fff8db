package hk.qos.stream;

/** Either data or an event, in the order in which a {@link StreamListener} would see them. */
public sealed interface Update<T> {

    /** A push. */
    record Data<T>(T data) implements Update<T> {}

    /** Data that was missed and recovered later. */
    record Recovered<T>(T data) implements Update<T> {}

    /** An event of the subscription. */
    record Event<T>(StreamEvent event) implements Update<T> {}
}
