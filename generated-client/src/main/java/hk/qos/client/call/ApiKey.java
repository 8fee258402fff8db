package hk.qos.client.call;

import org.jspecify.annotations.Nullable;

/** The key, or that there is none. Shows itself to nobody, and takes itself out of what others say. */
public final class ApiKey {
    private static final String INSTEAD = "<key>";

    /** Shorter ones are no real keys, and would be found in ordinary words. */
    private static final int SHORTEST_HIDDEN = 8;

    private final @Nullable String key;

    /** @param key null if there is none */
    public ApiKey(@Nullable String key) {
        this.key = key;
    }

    boolean isPresent() {
        return key != null;
    }

    /** A text that a server or a library wrote, which may repeat the key, without it. */
    public String hideIn(String text) {
        return key == null || key.length() < SHORTEST_HIDDEN ? text : text.replace(key, INSTEAD);
    }

    @Override
    public String toString() {
        return INSTEAD;
    }
}
