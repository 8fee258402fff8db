package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The timeouts of HTTP calls. {@link #call} bounds a whole call, the others one attempt of it. A call that exceeds one
 * fails with a {@link hk.qos.error.RequestTimeoutException}, or is retried as {@link RetryPolicy} allows. Each wither
 * throws {@link IllegalArgumentException} if its argument is null or out of range. Immutable.
 */
public final class HttpTimeouts {
    private static final Duration MIN = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final HttpTimeouts DEFAULTS = new HttpTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), null);

    private final Duration connect;
    private final Duration read;
    private final Duration write;
    private final Duration attempt;
    private final @Nullable Duration call;

    private HttpTimeouts(Duration connect, Duration read, Duration write, Duration attempt, @Nullable Duration call) {
        this.connect = connect;
        this.read = read;
        this.write = write;
        this.attempt = attempt;
        this.call = call;
    }

    /** 5 s to connect, 10 s to read or write, 20 s for an attempt, and no bound of a whole call. */
    public static HttpTimeouts defaults() {
        return DEFAULTS;
    }

    /** Sets the timeout for connecting, 1 ms to 1 hour; by default 5 s. */
    public HttpTimeouts withConnect(Duration connect) {
        return new HttpTimeouts(Checks.range("connect", connect, MIN, HOUR), read, write, attempt, call);
    }

    /** Sets how long the server may send nothing while an answer is awaited or read, 1 ms to 1 hour; by default 10 s. */
    public HttpTimeouts withRead(Duration read) {
        return new HttpTimeouts(connect, Checks.range("read", read, MIN, HOUR), write, attempt, call);
    }

    /** Sets the timeout of a write of a request, 1 ms to 1 hour; by default 10 s. */
    public HttpTimeouts withWrite(Duration write) {
        return new HttpTimeouts(connect, read, Checks.range("write", write, MIN, HOUR), attempt, call);
    }

    /**
     * Sets the timeout of one attempt, from connecting to the end of the answer, 1 ms to 1 hour; by default 20 s. An
     * attempt that does not end by itself is ended at most 1 s later.
     */
    public HttpTimeouts withAttempt(Duration attempt) {
        return new HttpTimeouts(connect, read, write, Checks.range("attempt", attempt, MIN, HOUR), call);
    }

    /**
     * Sets the timeout of a whole call, 1 ms to 1 day; by default there is none. It includes waits for the rate limit,
     * all attempts, the delays between them, and all requests of a call that is {@linkplain
     * QosClientBuilder#splitLargeRequests split}. When it has passed, the call is cancelled and not retried; a split call
     * that has received something by then fails with a {@link hk.qos.error.PartialAnswerException}. Each page of a
     * history has it anew.
     *
     * <p>A call that needs n requests beyond the rate waits for most of n / {@link PlanLimits#requestsPerMinute(Operation)}
     * minutes by design. Without this timeout each of its requests is still bounded by {@link RatePolicy#waitUpTo},
     * {@link #withAttempt} and {@link RetryPolicy}.
     */
    public HttpTimeouts withCall(Duration call) {
        return new HttpTimeouts(connect, read, write, attempt, Checks.range("call", call, MIN, DAY));
    }

    /** The timeout for connecting. */
    public Duration connect() {
        return connect;
    }

    /** How long the server may send nothing while an answer is awaited or read. */
    public Duration read() {
        return read;
    }

    /** The timeout of a write of a request. */
    public Duration write() {
        return write;
    }

    /** The timeout of one attempt. */
    public Duration attempt() {
        return attempt;
    }

    /** The timeout of a whole call, waits, retries and all its requests included; {@code null} for none. */
    public @Nullable Duration call() {
        return call;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpTimeouts that
                && connect.equals(that.connect)
                && read.equals(that.read)
                && write.equals(that.write)
                && attempt.equals(that.attempt)
                && Objects.equals(call, that.call);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connect, read, write, attempt, call);
    }

    @Override
    public String toString() {
        return "HttpTimeouts[connect " + connect.toMillis() + " ms, read " + read.toMillis() + " ms, write "
                + write.toMillis() + " ms, attempt " + attempt.toMillis() + " ms, call "
                + (call == null ? "unbounded" : call.toMillis() + " ms") + "]";
    }
}
