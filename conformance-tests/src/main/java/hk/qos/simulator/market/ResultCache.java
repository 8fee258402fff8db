package hk.qos.simulator.market;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Caches the latest results of an expensive function. Thread-safe. */
final class ResultCache<K, V> {
    private final Map<K, V> entries;

    ResultCache(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    V get(K key, Function<K, V> make) {
        synchronized (entries) {
            V known = entries.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = make.apply(key);
        synchronized (entries) {
            entries.put(key, made);
        }
        return made;
    }
}
