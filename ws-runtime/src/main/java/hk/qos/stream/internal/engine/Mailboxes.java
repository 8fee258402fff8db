package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import hk.qos.stream.spi.Retention;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the queues of one stream's consumers, which share an executor, limits and metrics. Any thread. */
final class Mailboxes {
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private record Identity(String key, Object of) {}

    private final Mailbox.Shared shared;
    private final UserCallTracker userCode;

    Mailboxes(Mailbox.Shared shared, UserCallTracker userCode) {
        this.shared = shared;
        this.userCode = userCode;
    }

    /** A queue of pushes; {@code subject} names the consumer in log lines. */
    <T> Mailbox<T> ofChannel(Channel<T> channel, Sink<T> sink, Supplier<String> subject, Reporter reporter) {
        return new Mailbox<>(
                channel.name(),
                shared,
                userCode.tracked(sink, subject),
                reporter,
                received -> momentMillis(channel, received));
    }

    /** A queue of the pushes of a family; {@code member} is one of its channels, once something was pushed. */
    <T> Mailbox<T> ofFamily(
            ChannelFamily<T> family, Supplier<@Nullable Channel<T>> member, Sink<T> sink, Reporter reporter) {
        return new Mailbox<>(
                family.name(),
                shared,
                userCode.tracked(sink, () -> "a listener of all " + family.name()),
                reporter,
                received -> {
                    Channel<T> channel = member.get();
                    return channel == null ? received.millis() : momentMillis(channel, received);
                });
    }

    /** A queue of the stream's events. */
    Mailbox<StreamEvent> ofEvents(Sink<StreamEvent> sink, Reporter reporter) {
        return new Mailbox<>(
                "events", shared, userCode.tracked(sink, () -> "a listener of events"), reporter, Received::millis);
    }

    long bytesWaiting() {
        return shared.budget().used();
    }

    /** The data's own time, or its arrival if it has none or milliseconds cannot hold it. */
    private static <T> long momentMillis(Channel<T> channel, Received<T> received) {
        Instant time = channel.time(received.data());
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)
                ? received.millis()
                : time.toEpochMilli();
    }

    /** What a newer version of {@code data} replaces while it waits for a consumer; {@code null} if it replaces nothing. */
    static <T> @Nullable Object identity(Channel<T> channel, String key, T data) {
        Retention retention = channel.retention();
        if (retention == Retention.EVERY) {
            return null;
        }
        return retention == Retention.LATEST_PER_KEY ? key : new Identity(key, channel.identity(data));
    }
}
