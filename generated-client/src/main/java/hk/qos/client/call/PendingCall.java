package hk.qos.client.call;

import hk.qos.client.error.ServerErrorException;
import hk.qos.ws.error.ClientException;
import hk.qos.ws.error.LimitException;
import hk.qos.ws.error.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One call, from its wait for a turn to its last attempt. At any moment it waits for one thing, a timer or an answer,
 * and whatever completes the future from outside ends that wait.
 *
 * @param <T> the payload
 */
final class PendingCall<T> {
    private final CallSettings settings;
    private final RateLimits rates;
    private final Failures failures;
    private final HttpMetrics metrics;
    private final CallLog log;
    private final Operation operation;
    private final Supplier<? extends Call<? extends Envelope<T>>> calls;
    private final long start;
    private final CompletableFuture<T> future = new CompletableFuture<>();

    private final AtomicBoolean measured = new AtomicBoolean();

    private int attempts;
    private long sentAt;
    private TimeSource.@Nullable Cancellation wait;

    @SuppressWarnings("FutureReturnValueIgnored") // the stage carries nothing of its own
    PendingCall(
            CallSettings settings,
            RateLimits rates,
            Failures failures,
            HttpMetrics metrics,
            CallLog log,
            Operation operation,
            Supplier<? extends Call<? extends Envelope<T>>> calls) {
        this.settings = settings;
        this.rates = rates;
        this.failures = failures;
        this.metrics = metrics;
        this.log = log;
        this.operation = operation;
        this.calls = calls;
        this.start = settings.time().nanoTime();
        future.whenComplete((payload, failure) -> {
            endWait();
            measure(failure);
        });
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Takes a turn and sends when it comes. Never blocks and never throws. */
    void start() {
        try {
            takeTurn();
        } catch (LimitException e) {
            metrics.refused(operation.name(), "rate");
            end(e);
        }
    }

    private void takeTurn() {
        RateLimits.Pass pass = rates.take(operation);
        if (pass.delay().isZero()) {
            send();
            return;
        }
        log.waits(operation, pass.delay());
        metrics.waiting(operation.name(), pass.delay());
        waitFor(() -> {
            TimeSource.Cancellation timer = settings.time().schedule(pass.delay(), this::send);
            return () -> {
                timer.cancel();
                pass.giveBack();
            };
        });
    }

    private void send() {
        try {
            attempts++;
            send(calls.get());
        } catch (RuntimeException e) {
            end(failures.ofThrown(operation, e));
        }
    }

    private <E extends Envelope<T>> void send(Call<E> call) {
        waitFor(() -> call::cancel);
        if (future.isDone()) {
            return;
        }
        sentAt = settings.time().nanoTime();
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<E> answered, Response<E> response) {
                receive(response);
            }

            @Override
            public void onFailure(Call<E> failed, Throwable thrown) {
                fail(failures.ofThrown(operation, thrown));
            }
        });
    }

    private void receive(Response<? extends Envelope<T>> response) {
        T payload;
        try {
            payload = failures.payload(operation, response);
        } catch (ClientException e) {
            fail(e);
            return;
        }
        metrics.attempted(operation.name(), Outcome.OK, since(sentAt));
        measure(null);
        future.complete(payload);
    }

    private void fail(ClientException failure) {
        String outcome = future.isCancelled() ? "cancelled" : Outcome.of(failure);
        metrics.attempted(operation.name(), outcome, since(sentAt));
        Duration retryAfter = retryAfter(failure);
        if (retryAfter != null) {
            rates.hold(operation, retryAfter);
        }
        if (future.isDone() || !mayTryAgain(failure, retryAfter)) {
            end(failure);
            return;
        }
        Duration delay = settings.backoff().delay(attempts, settings.random());
        if (retryAfter != null && retryAfter.compareTo(delay) > 0) {
            delay = retryAfter;
        }
        log.triesAgain(failure, attempts + 1, delay);
        metrics.retried(operation.name(), outcome, delay);
        Duration pause = delay;
        waitFor(() -> settings.time().schedule(pause, () -> tryAgain(failure)));
    }

    private void tryAgain(ClientException failure) {
        try {
            takeTurn();
        } catch (LimitException noTurn) {
            failure.addSuppressed(noTurn);
            end(failure);
        }
    }

    private boolean mayTryAgain(ClientException failure, @Nullable Duration retryAfter) {
        boolean passes = failure instanceof ServerErrorException server
                ? server.status() == 502 || server.status() == 503 || server.status() == 504
                : failure.isRetryable();
        return operation.readOnly()
                && passes
                && attempts < settings.backoff().attempts()
                && (retryAfter == null
                        || retryAfter.compareTo(settings.backoff().longestRetryAfter()) <= 0);
    }

    private void end(ClientException failure) {
        measure(failure);
        future.completeExceptionally(failure);
    }

    /** Before the future completes, so that whoever waits for it finds the call counted; else when it has. */
    private void measure(@Nullable Throwable failure) {
        if (measured.compareAndSet(false, true)) {
            metrics.called(operation.name(), Outcome.of(failure), since(start));
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(settings.time().nanoTime() - moment);
    }

    private static @Nullable Duration retryAfter(ClientException failure) {
        if (failure instanceof TooManyRequestsException e) {
            return e.retryAfter();
        }
        return failure instanceof ServerErrorException e ? e.retryAfter() : null;
    }

    /**
     * Begins a wait and remembers how to end it, as one step: a timer that fires meanwhile cannot begin the next wait
     * before this one is remembered. Ends it at once if nobody waits any more.
     */
    private void waitFor(Supplier<TimeSource.Cancellation> begin) {
        synchronized (this) {
            wait = begin.get();
        }
        if (future.isDone()) {
            endWait();
        }
    }

    private void endWait() {
        TimeSource.Cancellation ended;
        synchronized (this) {
            ended = wait;
            wait = null;
        }
        if (ended != null) {
            ended.cancel();
        }
    }
}
