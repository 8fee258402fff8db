package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;

/**
 * What a walk through the history will take at most. Instruments that trade only part of the day, or were listed later, take
 * less; those with fewer bars than a range of a number of bars asks for can take one request more, which finds the end.
 *
 * @param requests the number of requests
 * @param duration the time until the last request may be sent, by the rate of the plan and its present usage; answers take
 *     additional time
 */
public record HistoryEstimate(long requests, Duration duration) {

    /** @throws IllegalArgumentException if a component is null or negative */
    public HistoryEstimate {
        Checks.range("requests", requests, 0, Long.MAX_VALUE);
        Checks.required("duration", duration);
    }
}
