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
 * Finds the {@link KeyRates} of a key and an address, so that two clients, or one that was closed and opened again, do
 * not send twice what the plan allows. Remembers what clients hold and what was used within the last window, and no
 * key, only its digest. Safe for all threads.
 */
public final class RateRegistry {
    private static final RateRegistry OF_THIS_PROCESS = new RateRegistry(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new HashMap<>();

    /** @param nanoTime nanoseconds, only forward, from an arbitrary origin */
    RateRegistry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The one that all clients with the system's time share. */
    public static RateRegistry ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * The rates of a key at an address, always the same ones while they matter.
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

    /** Holds rates weakly; strongly from their use until that no longer counts, when {@link #isForgotten} is asked. */
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
