package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The requests of all clients with the same API key and address: one {@link SlidingWindow} for each operation.
 * Thread-safe.
 */
public final class KeyRates {
    private final Map<Operation, SlidingWindow> windows = new ConcurrentHashMap<>();
    private final LongSupplier clock;
    private final Consumer<KeyRates> onUse;

    /**
     * @param nanoTime nanoseconds from an arbitrary origin, never decreasing
     * @param onUse called after each use
     */
    KeyRates(LongSupplier nanoTime, Consumer<KeyRates> onUse) {
        long origin = nanoTime.getAsLong();
        this.clock = () -> nanoTime.getAsLong() - origin;
        this.onUse = onUse;
    }

    /** Returns rates that are not shared. */
    public static KeyRates unshared(TimeSource time) {
        return new KeyRates(time::nanoTime, used -> {});
    }

    SlidingWindow window(Operation operation) {
        return windows.computeIfAbsent(operation, first -> new SlidingWindow(clock));
    }

    void used() {
        onUse.accept(this);
    }

    boolean isIdle() {
        return windows.values().stream().allMatch(SlidingWindow::isIdle);
    }
}
