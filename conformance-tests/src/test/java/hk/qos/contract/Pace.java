package hk.qos.contract;

import hk.qos.simulator.spec.Api;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The pace of a live run.
 *
 * @param requests the time between two HTTP requests of one interface
 * @param frames the time between two frames
 * @param answers the timeout for an answer
 * @param pushes the timeout for a push
 * @param pauses waits
 */
record Pace(Duration requests, Duration frames, Duration answers, Duration pushes, Pauses pauses) {
    private static final Api API = Api.standard();

    /** Lets time pass. */
    interface Pauses {
        void pass(Duration gap) throws InterruptedException;
    }

    /** The limits of the free plan with a tenth in reserve. */
    static final Pace LIVE = new Pace(
            Duration.ofMillis(66_000 / API.http().limit("requestsPerMinute")),
            API.stream().spacing().multipliedBy(11).dividedBy(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            gap -> TimeUnit.NANOSECONDS.sleep(gap.toNanos()));
}
