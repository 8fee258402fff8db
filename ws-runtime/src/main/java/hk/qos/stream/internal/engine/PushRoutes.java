package hk.qos.stream.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the topic of a push faster than a map: a dialect interns keys, so that one key is the same {@link String} in every
 * push, and a comparison of references decides. Keys that are not interned are not found, and bounded. On the loop.
 */
final class PushRoutes<T> {
    private static final int SMALLEST = 16;
    private static final int MAX_SLOTS_PER_TOPIC = 8;

    private @Nullable String[] keys = new String[SMALLEST];
    private @Nullable TopicState<T>[] topics = newTopics(SMALLEST);
    private int size;

    /** The topic of {@code key}; null if it is not known here. */
    @SuppressWarnings("ReferenceEquality") // of interned strings
    @Nullable
    TopicState<T> find(String key) {
        int slot = slot(key);
        while (keys[slot] != null) {
            if (keys[slot] == key) {
                return topics[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return null;
    }

    /** Adds a topic that was not found; {@code existing} is the number of all topics. */
    void add(String key, TopicState<T> topic, int existing) {
        if (size * 2 >= keys.length) {
            int slots = keys.length < existing * MAX_SLOTS_PER_TOPIC ? keys.length * 2 : keys.length;
            keys = new String[slots];
            topics = newTopics(slots);
            size = 0;
        }
        int slot = slot(key);
        while (keys[slot] != null) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        topics[slot] = topic;
        size++;
    }

    /** Forgets all topics. */
    void clear() {
        Arrays.fill(keys, null);
        Arrays.fill(topics, null);
        size = 0;
    }

    private int slot(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (keys.length - 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static <T> @Nullable TopicState<T>[] newTopics(int slots) {
        return new TopicState[slots];
    }
}
