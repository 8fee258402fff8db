package hk.qos.contract;

import hk.qos.simulator.spec.Api;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a live run goes.
 *
 * @param requests between two HTTP requests of one interface
 * @param frames between two frames
 * @param pushes how long to wait for one
 * @param pauses how it waits until its turn
 */
record Pace(Duration requests, Duration frames, Duration pushes, Pauses pauses) {
    private static final Api API = Api.standard();

    /** Lets time pass. */
    interface Pauses {
        void pass(Duration gap) throws InterruptedException;
    }

    /** Within the free plan, with a tenth to spare. */
    static final Pace LIVE = new Pace(
            Duration.ofMillis(66_000 / API.http().limit("requestsPerMinute")),
            API.stream().spacing().multipliedBy(11).dividedBy(10),
            Duration.ofSeconds(15),
            gap -> TimeUnit.NANOSECONDS.sleep(gap.toNanos()));
}
