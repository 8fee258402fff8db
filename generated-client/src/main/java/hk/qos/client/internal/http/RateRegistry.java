package hk.qos.client.internal.http;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link KeyRates} of an API key and an address, so that several clients, or one that is closed and reopened,
 * together respect the plan's limits. Keeps rates while clients use them and until the last window has passed. Stores a
 * digest of the key, never the key. Thread-safe.
 */
public final class RateRegistry {
    private static final RateRegistry OF_THIS_PROCESS = new RateRegistry(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new HashMap<>();

    /** @param nanoTime nanoseconds from an arbitrary origin, never decreasing */
    RateRegistry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The instance that all clients with the system's time share. */
    public static RateRegistry ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * Returns the rates of an API key at an address: the same instance as long as its requests count.
     *
     * @param key null for requests without a key
     */
    public synchronized KeyRates of(@Nullable String key, String address) {
        entries.values().removeIf(Entry::isForgotten);
        return entries.computeIfAbsent(digest(address + "\n" + (key == null ? "" : key)), id -> new Entry())
                .rates(nanoTime);
    }

    synchronized int size() {
        entries.values().removeIf(Entry::isForgotten);
        return entries.size();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }

    /**
     * Holds rates weakly, and strongly from their use until the requests no longer count, when {@link #isForgotten} is
     * called.
     */
    private static final class Entry {
        private WeakReference<@Nullable KeyRates> rates = new WeakReference<>(null);
        private @Nullable KeyRates used;

        synchronized KeyRates rates(LongSupplier nanoTime) {
            KeyRates known = rates.get();
            if (known == null) {
                known = new KeyRates(nanoTime, this::keep);
                rates = new WeakReference<>(known);
            }
            return known;
        }

        private synchronized void keep(KeyRates inUse) {
            used = inUse;
        }

        synchronized boolean isForgotten() {
            if (used != null && used.isIdle()) {
                used = null;
            }
            return rates.get() == null;
        }
    }
}
