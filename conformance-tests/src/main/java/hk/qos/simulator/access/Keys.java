package hk.qos.simulator.access;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The accepted API keys. Thread-safe. */
public final class Keys {
    private final boolean any;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param known the keys to accept; if empty, every one that is not blank */
    public Keys(Set<String> known) {
        this.any = known.isEmpty();
        this.known.addAll(known);
    }

    /** Whether a key is accepted. */
    public boolean accepts(String key) {
        return !key.isBlank() && (any || known.contains(key));
    }

    /** Issues a new key of 32 hexadecimal characters, which is accepted from now on. */
    public String issue() {
        String key = UUID.randomUUID().toString().replace("-", "");
        known.add(key);
        return key;
    }
}
