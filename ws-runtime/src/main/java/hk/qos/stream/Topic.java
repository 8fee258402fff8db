package hk.qos.stream;

/**
 * One key of a channel.
 *
 * @param channel the channel's name, the same in events, metrics, log lines and {@link Subscription#channel}; the client lists
 *     the names of its API, and they do not change
 * @param key the key, in canonical spelling
 */
public record Topic(String channel, String key) {
    @Override
    public String toString() {
        return channel + ' ' + key;
    }
}
