package hk.qos.simulator.access;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that are accepted; safe for all threads. */
public final class Keys {
    private final boolean any;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param known the keys to accept; if empty, every one that is not blank */
    public Keys(Set<String> known) {
        this.any = known.isEmpty();
        this.known.addAll(known);
    }

    /** Whether a key is good. */
    public boolean accepts(String key) {
        return !key.isBlank() && (any || known.contains(key));
    }

    /** A new key, good from now on: 32 hexadecimal characters. */
    public String issue() {
        String key = UUID.randomUUID().toString().replace("-", "");
        known.add(key);
        return key;
    }
}
