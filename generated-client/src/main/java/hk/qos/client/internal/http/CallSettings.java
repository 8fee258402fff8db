package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import hk.qos.client.RateWait;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What {@link RateLimitedCalls} goes by.
 *
 * @param key what requests carry
 * @param envelope how an answer says whether it worked
 * @param limits what the plan allows
 * @param rate what to do when the requests of a minute are used up
 * @param rates the turns, which several clients may share
 * @param waits hears of each call that waits for its turn
 * @param backoff when a failed attempt is followed by another
 * @param deadline when an attempt is given up, whatever has happened to it
 * @param threads runs attempts, and what callers do with the answers, which may block: it must not queue
 * @param time clock and timer
 * @param random spreads the waits before repeated attempts
 * @param metrics who counts what happens
 */
public record CallSettings(
        ApiKey key,
        EnvelopeRules envelope,
        CallLimits limits,
        RateRules rate,
        KeyRates rates,
        Consumer<RateWait> waits,
        Backoff backoff,
        Duration deadline,
        Executor threads,
        TimeSource time,
        RandomGenerator random,
        HttpMetrics metrics) {}
