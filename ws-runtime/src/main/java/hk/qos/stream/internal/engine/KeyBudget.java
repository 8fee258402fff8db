package hk.qos.stream.internal.engine;

import hk.qos.error.SubscriptionLimitException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Counts the distinct keys that subscriptions hold on all channels, and enforces the limit. Any thread. */
final class KeyBudget {
    private final int limit;
    private final String setting;
    private final Map<String, Integer> holders = new HashMap<>();

    KeyBudget(int limit, String setting) {
        this.limit = limit;
        this.setting = setting;
    }

    /**
     * Takes all of {@code keys}, or none.
     *
     * @throws SubscriptionLimitException if that exceeds the limit
     */
    synchronized void take(Collection<String> keys) {
        long added = keys.stream().filter(key -> !holders.containsKey(key)).count();
        if (holders.size() + added > limit) {
            throw new SubscriptionLimitException(
                    "subscribing " + added + " more keys would make " + (holders.size() + added)
                            + " distinct keys, and at most " + limit + " are allowed",
                    setting);
        }
        keys.forEach(key -> holders.merge(key, 1, Integer::sum));
    }

    synchronized void giveBack(String key) {
        holders.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return holders.size();
    }
}
