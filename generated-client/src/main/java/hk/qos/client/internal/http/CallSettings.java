package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import hk.qos.client.RateWait;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link RateLimitedCalls}.
 *
 * @param key the API key
 * @param envelope the fields of an answer that report success
 * @param limits the limits of the plan
 * @param rate what happens if the requests of a minute are used up
 * @param rates the turns, which several clients can share
 * @param waits called for each call that waits for its turn
 * @param backoff the delays between attempts
 * @param timeouts the timeouts of OkHttp, for messages
 * @param attemptTimeout the time after which an attempt fails in any case
 * @param callTimeout the time after which a call fails in any case; null for no bound
 * @param threads runs attempts and callbacks of callers, which may block; it must not queue
 * @param warm whether a connection is ready, so that a request neither looks up an address nor connects; blocking calls
 *     then send on the caller's thread
 * @param time clock and timer
 * @param random randomizes the delays between attempts
 * @param metrics receives measurements
 */
public record CallSettings(
        ApiKey key,
        EnvelopeRules envelope,
        CallLimits limits,
        RateRules rate,
        KeyRates rates,
        Consumer<RateWait> waits,
        RetryBackoff backoff,
        SocketTimeouts timeouts,
        Duration attemptTimeout,
        @Nullable Duration callTimeout,
        Executor threads,
        BooleanSupplier warm,
        TimeSource time,
        RandomGenerator random,
        HttpMetrics metrics) {}
