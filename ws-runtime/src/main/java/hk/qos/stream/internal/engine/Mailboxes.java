package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.spi.Channel;
import java.time.Instant;
import java.util.function.ToLongFunction;

/** What moment a push stands for. */
final class Mailboxes {
    /** When it arrived. */
    static final ToLongFunction<Received<hk.qos.stream.StreamEvent>> ARRIVAL = Received::millis;

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Mailboxes() {}

    /** What the data says itself, else, or if that is no moment that milliseconds can tell, when it arrived. */
    static <T> ToLongFunction<Received<T>> momentIn(Channel<T> channel) {
        return stamped -> {
            Instant time = channel.time(stamped.data());
            return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)
                    ? stamped.millis()
                    : time.toEpochMilli();
        };
    }
}
