package hk.qos.stream;

/**
 * One key of a channel.
 *
 * @param channel the channel's name
 * @param key the key, in canonical spelling
 */
public record Topic(String channel, String key) {
    @Override
    public String toString() {
        return channel + ' ' + key;
    }
}
