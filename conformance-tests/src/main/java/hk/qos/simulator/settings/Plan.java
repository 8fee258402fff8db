package hk.qos.simulator.settings;

import java.time.Duration;

/**
 * The limits of a key.
 *
 * @param instruments distinct instruments in one request, and over all subscriptions of a connection; at least 1
 * @param requestsPerMinute of each HTTP interface; at least 1
 * @param connections of the stream at once; at least 1
 * @param spacing shortest time between two frames of a client; zero for none
 * @param barsPerRequest bars of an instrument in one request for historical K-lines; at least 1
 */
public record Plan(int instruments, int requestsPerMinute, int connections, Duration spacing, int barsPerRequest) {
    /** No limit but that of bars: answers to requests for more than 5,000 would be larger than clients accept. */
    public static final Plan UNLIMITED =
            new Plan(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ZERO, 5_000);

    /** @throws IllegalArgumentException if a value is null or below its minimum */
    public Plan {
        if (instruments < 1 || requestsPerMinute < 1 || connections < 1 || barsPerRequest < 1) {
            throw new IllegalArgumentException("Each limit of a plan is at least 1: " + instruments + " instruments, "
                    + requestsPerMinute + " requests a minute, " + connections + " connections, " + barsPerRequest
                    + " bars a request");
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
        return new Plan(most, requestsPerMinute, connections, spacing, barsPerRequest);
    }

    /** Returns a copy with another number of requests a minute. */
    public Plan withRequestsPerMinute(int most) {
        return new Plan(instruments, most, connections, spacing, barsPerRequest);
    }

    /** Returns a copy with another number of connections. */
    public Plan withConnections(int most) {
        return new Plan(instruments, requestsPerMinute, most, spacing, barsPerRequest);
    }

    /** Returns a copy with another number of bars in a request. */
    public Plan withBarsPerRequest(int most) {
        return new Plan(instruments, requestsPerMinute, connections, spacing, most);
    }

    /** Returns a copy with another time between frames. */
    public Plan withSpacing(Duration spacing) {
        return new Plan(instruments, requestsPerMinute, connections, spacing, barsPerRequest);
    }
}
