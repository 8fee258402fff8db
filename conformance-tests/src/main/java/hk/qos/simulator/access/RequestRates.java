package hk.qos.simulator.access;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of the last minute. Thread-safe. */
public final class RequestRates {
    private static final long MINUTE_MILLIS = 60_000;

    private record Caller(String key, String operationId) {}

    private final Clock clock;
    private final Map<Caller, Deque<Long>> requests = new HashMap<>();

    /** @param clock measures the minute */
    public RequestRates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a request unless it exceeds the rate.
     *
     * @return 0 if the request is within the rate, else the seconds to wait, at least 1
     */
    public synchronized long take(String key, String operationId, int most) {
        long now = clock.millis();
        Deque<Long> latest = requests.computeIfAbsent(new Caller(key, operationId), c -> new ArrayDeque<>());
        while (!latest.isEmpty() && latest.getFirst() <= now - MINUTE_MILLIS) {
            latest.removeFirst();
        }
        if (latest.size() >= most) {
            return (latest.getFirst() + MINUTE_MILLIS - now + 999) / 1000;
        }
        latest.addLast(now);
        return 0;
    }

    /** Resets the counters. */
    public synchronized void reset() {
        requests.clear();
    }
}
