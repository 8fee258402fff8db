package hk.qos.client.call;

import java.util.random.RandomGenerator;

/**
 * What {@link PolicedCalls} goes by.
 *
 * @param key what requests carry
 * @param envelope how an answer says whether it worked
 * @param limits what the plan allows
 * @param rate what to do when the requests of a minute are used up
 * @param backoff when a failed attempt is followed by another
 * @param time clock and timer
 * @param random spreads the waits before repeated attempts
 * @param metrics who counts what happens
 */
public record CallSettings(
        ApiKey key,
        EnvelopeRules envelope,
        CallLimits limits,
        RateRules rate,
        Backoff backoff,
        TimeSource time,
        RandomGenerator random,
        HttpMetrics metrics) {}
