package hk.qos.ws.internal.engine;

import hk.qos.ws.internal.delivery.Stamped;
import hk.qos.ws.spi.Channel;
import java.time.Instant;
import java.util.function.ToLongFunction;

/** What moment a push stands for. */
final class Mailboxes {
    /** When it arrived. */
    static final ToLongFunction<Stamped<hk.qos.ws.StreamEvent>> ARRIVAL = Stamped::millis;

    private Mailboxes() {}

    /** What the data says itself, else when it arrived. */
    static <T> ToLongFunction<Stamped<T>> momentIn(Channel<T> channel) {
        return stamped -> {
            Instant time = channel.time(stamped.data());
            return time == null ? stamped.millis() : time.toEpochMilli();
        };
    }
}
