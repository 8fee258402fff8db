package hk.qos.stream;

/**
 * What one push belongs to.
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
