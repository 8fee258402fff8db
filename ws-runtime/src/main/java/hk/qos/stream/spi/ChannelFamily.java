package hk.qos.stream.spi;

import hk.qos.stream.internal.check.Checks;

/**
 * Channels whose pushes are of one kind, for example the bars of all lengths. They push the same type, and read the time of
 * their data alike.
 *
 * @param <T> one push
 * @param name a short name for metrics and logs; unique within the dialect
 */
@SuppressWarnings("UnusedTypeParameter") // it gives listeners the type of their data
public record ChannelFamily<T>(String name) {
    public ChannelFamily {
        Checks.required("name", name);
    }
}
