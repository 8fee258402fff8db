package hk.qos.contract;

import hk.qos.simulator.spec.Api;
import java.time.Duration;

/**
 * How fast a live run goes.
 *
 * @param requests between two HTTP requests of one interface
 * @param frames between two frames
 * @param pushes how long to wait for one
 */
record Pace(Duration requests, Duration frames, Duration pushes) {
    private static final Api API = Api.standard();

    /** Within the free plan, with a tenth to spare. */
    static final Pace LIVE = new Pace(
            Duration.ofMillis(66_000 / API.http().limit("requestsPerMinute")),
            API.stream().spacing().multipliedBy(11).dividedBy(10),
            Duration.ofSeconds(15));
}
