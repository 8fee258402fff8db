package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The requests with one key to one address, of all clients that have both: one {@link SlidingWindow} for each
 * operation. Safe for all threads.
 */
public final class KeyRates {
    private final Map<String, SlidingWindow> windows = new ConcurrentHashMap<>();
    private final LongSupplier clock;
    private final Consumer<KeyRates> onUse;

    /**
     * @param nanoTime nanoseconds, only forward, from an arbitrary origin
     * @param onUse hears of each use, after it
     */
    KeyRates(LongSupplier nanoTime, Consumer<KeyRates> onUse) {
        long origin = nanoTime.getAsLong();
        this.clock = () -> nanoTime.getAsLong() - origin;
        this.onUse = onUse;
    }

    /** Shared with nobody. */
    public static KeyRates unshared(TimeSource time) {
        return new KeyRates(time::nanoTime, used -> {});
    }

    SlidingWindow window(Operation operation) {
        return windows.computeIfAbsent(operation.name(), name -> new SlidingWindow(clock));
    }

    void used() {
        onUse.accept(this);
    }

    boolean isIdle() {
        return windows.values().stream().allMatch(SlidingWindow::isIdle);
    }
}
