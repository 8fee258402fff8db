package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpRefusal;
import hk.qos.client.Operation;
import hk.qos.client.RateUsage;
import hk.qos.client.api.Envelope;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import retrofit2.Call;

/** The implementation of {@link HttpCalls}. */
public final class RateLimitedCalls implements HttpCalls, AutoCloseable {
    private static final int MAX_CONCURRENT = 64;

    private final CallSettings settings;
    private final RateLimits rates;
    private final AttemptLimiter limiter;
    private final HttpFailures failures;
    private final HttpMetrics metrics;
    private final CallLog log;
    private final Set<PendingCall<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Sends nothing and starts no thread. */
    public RateLimitedCalls(CallSettings settings) {
        this.settings = settings;
        this.rates = new RateLimits(settings);
        this.limiter = new AttemptLimiter(MAX_CONCURRENT);
        this.failures = new HttpFailures(settings);
        this.metrics = new GuardedHttpMetrics(settings.metrics(), settings.key());
        this.log = new CallLog(settings.time());
    }

    @Override
    public CallBound bound() {
        return CallBound.from(settings.time(), settings.callTimeout());
    }

    @Override
    public <T> T execute(
            CallBound bound,
            Operation operation,
            int instruments,
            Supplier<? extends Call<? extends Envelope<T>>> call) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(operation.toString(), null);
        }
        CallerThread caller = new CallerThread(settings.threads(), settings.warm());
        CompletableFuture<T> future = start(bound, operation, instruments, call, caller);
        try {
            caller.await(future);
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(operation.toString(), e);
        } catch (CancellationException e) {
            throw new CallInterruptedException(operation.toString(), null);
        } catch (ExecutionException e) {
            throw ofCaller(operation, e);
        }
    }

    /** Returns the failure with the stack trace of the calling thread instead of that of the I/O thread. */
    private RuntimeException ofCaller(Operation operation, ExecutionException wrapper) {
        Throwable failure = wrapper.getCause() == null ? wrapper : wrapper.getCause();
        ClientException known = failures.ofThrown(operation, failure);
        known.fillInStackTrace();
        return known;
    }

    @Override
    public <T> CompletableFuture<T> executeAsync(
            CallBound bound,
            Operation operation,
            int instruments,
            Supplier<? extends Call<? extends Envelope<T>>> call) {
        return start(bound, operation, instruments, call, settings.threads());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // of the stage that forgets the call
    private <T> CompletableFuture<T> start(
            CallBound bound,
            Operation operation,
            int instruments,
            Supplier<? extends Call<? extends Envelope<T>>> call,
            Executor threads) {
        try {
            check(operation, instruments);
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
        PendingCall<T> pending =
                new PendingCall<>(settings, rates, limiter, threads, failures, metrics, log, bound, operation, call);
        CompletableFuture<T> future = pending.future();
        open.add(pending);
        future.whenComplete((payload, failure) -> open.remove(pending));
        if (closed) {
            future.completeExceptionally(closedBeforeAnswer());
        } else {
            pending.start();
        }
        return future;
    }

    @Override
    public Duration delay(Operation operation, long requests) {
        return rates.delay(operation, requests);
    }

    /** Returns how many requests of an operation are used. */
    public RateUsage usage(Operation operation) {
        return rates.usage(operation);
    }

    /** Lifts the pause that the server asked for; calls that wait for it continue. */
    public void liftPause(Operation operation) {
        rates.lift(operation);
    }

    private void check(Operation operation, int instruments) {
        if (operation.needsApiKey() && !settings.key().isPresent()) {
            metrics.refused(operation, HttpRefusal.MISSING_API_KEY);
            throw MissingApiKey.exception();
        }
        int allowed = settings.limits().instruments(operation);
        if (instruments > allowed) {
            metrics.refused(operation, HttpRefusal.INSTRUMENT_LIMIT);
            throw InputRules.tooMany(operation.toString(), instruments, allowed, InputRules.INSTRUMENTS_SETTING);
        }
    }

    /** Fails pending calls and rejects new ones. */
    @Override
    public void close() {
        closed = true;
        for (PendingCall<?> pending : open) {
            pending.future().completeExceptionally(closedBeforeAnswer());
        }
    }

    private static ClosedException closedBeforeAnswer() {
        return new ClosedException("the client is closed");
    }
}
