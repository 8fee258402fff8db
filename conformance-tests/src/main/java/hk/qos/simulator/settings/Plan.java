package hk.qos.simulator.settings;

import java.time.Duration;

/**
 * The limits of a key.
 *
 * @param instruments distinct instruments in one request, and over all subscriptions of a connection; at least 1
 * @param requestsPerMinute of each HTTP interface; at least 1
 * @param connections of the stream at once; at least 1
 * @param spacing shortest time between two frames of a client; zero for none
 */
public record Plan(int instruments, int requestsPerMinute, int connections, Duration spacing) {
    /** No limit at all. */
    public static final Plan UNLIMITED =
            new Plan(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ZERO);

    /** @throws IllegalArgumentException if a value is null or below its minimum */
    public Plan {
        if (instruments < 1 || requestsPerMinute < 1 || connections < 1) {
            throw new IllegalArgumentException("Each limit of a plan is at least 1: " + instruments + " instruments, "
                    + requestsPerMinute + " requests a minute, " + connections + " connections");
        }
        if (spacing == null) {
            throw new IllegalArgumentException("spacing is missing");
        }
        if (spacing.isNegative()) {
            throw new IllegalArgumentException("spacing is negative: " + spacing);
        }
    }

    /** Returns a copy with another number of instruments. */
    public Plan withInstruments(int most) {
        return new Plan(most, requestsPerMinute, connections, spacing);
    }

    /** Returns a copy with another number of requests a minute. */
    public Plan withRequestsPerMinute(int most) {
        return new Plan(instruments, most, connections, spacing);
    }

    /** Returns a copy with another number of connections. */
    public Plan withConnections(int most) {
        return new Plan(instruments, requestsPerMinute, most, spacing);
    }

    /** Returns a copy with another time between frames. */
    public Plan withSpacing(Duration spacing) {
        return new Plan(instruments, requestsPerMinute, connections, spacing);
    }
}
