package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;

/**
 * One key of a channel.
 *
 * @param channel the channel's name, the same in events, metrics, log lines and {@link Subscription#channel}; the client lists
 *     the names of its API, and they do not change
 * @param key the key, in canonical spelling
 */
public record Topic(String channel, String key) {
    public Topic {
        Checks.required("channel", channel);
        Checks.required("key", key);
    }

    @Override
    public String toString() {
        return channel + ' ' + key;
    }
}
