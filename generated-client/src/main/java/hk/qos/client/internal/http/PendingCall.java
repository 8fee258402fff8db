package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpOutcome;
import hk.qos.client.HttpRefusal;
import hk.qos.client.Operation;
import hk.qos.client.RateWait;
import hk.qos.client.api.Envelope;
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/**
 * One call, from its wait for a turn to its last attempt. At any moment it waits either for a timer or for an answer;
 * completing the future from outside ends that wait. Any exception ends the call. Each attempt has a timeout in addition
 * to OkHttp's, and the call can have one, which it shares with the other requests of a split call.
 *
 * @param <T> the payload
 */
final class PendingCall<T> {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.client.http");

    private final CallSettings settings;
    private final RateLimits rates;
    private final AttemptLimiter limiter;
    private final Executor threads;
    private final HttpFailures failures;
    private final HttpMetrics metrics;
    private final CallLog log;
    private final CallBound bound;
    private final Operation operation;
    private final Supplier<? extends Call<? extends Envelope<T>>> calls;
    private final long start;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final AtomicBoolean measured = new AtomicBoolean();

    private int attempts;
    private volatile @Nullable ClientException lastFailure;
    private volatile boolean expired;
    /** The turn that the call waits for; null if it does not. */
    private volatile @Nullable RateWait turn;

    private TimeSource.@Nullable Cancellation wait;

    /** @param threads runs the attempts */
    @SuppressWarnings("FutureReturnValueIgnored") // the stage carries nothing of its own
    PendingCall(
            CallSettings settings,
            RateLimits rates,
            AttemptLimiter limiter,
            Executor threads,
            HttpFailures failures,
            HttpMetrics metrics,
            CallLog log,
            CallBound bound,
            Operation operation,
            Supplier<? extends Call<? extends Envelope<T>>> calls) {
        this.settings = settings;
        this.rates = rates;
        this.limiter = limiter;
        this.threads = threads;
        this.failures = failures;
        this.metrics = metrics;
        this.log = log;
        this.bound = bound;
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

    /** Takes a turn and sends the request when it comes. Never blocks and never throws. */
    @SuppressWarnings("FutureReturnValueIgnored") // the stage only cancels the timer
    void start() {
        Duration timeout = bound.timeout();
        if (timeout != null) {
            Duration left = bound.left(timeout);
            if (left.isZero()) {
                end(failures.ofCallTimeout(operation, timeout, null, null));
                return;
            }
            TimeSource.Cancellation timer = settings.time().schedule(left, () -> expired(timeout));
            future.whenComplete((payload, failure) -> timer.cancel());
        }
        orFail(this::takeTurn);
    }

    /** Ends the call, whatever it waits for. */
    private void expired(Duration timeout) {
        if (!future.isDone()) {
            expired = true;
            offTheTimer(() -> end(failures.ofCallTimeout(operation, timeout, lastFailure, turn)));
        }
    }

    /** Fails the call for any exception, since no other code would report it. */
    private void orFail(Runnable step) {
        try {
            step.run();
        } catch (Throwable thrown) {
            broke(thrown);
        }
    }

    private void broke(Throwable thrown) {
        Throwable failure = thrown;
        try {
            failure = failures.ofThrown(operation, thrown);
            if (thrown instanceof LimitException) {
                metrics.refused(operation, HttpRefusal.RATE_LIMIT);
            }
            measure(failure);
        } catch (Throwable alsoThrown) {
            LOG.debug("{}: mapping a failure to an exception failed", operation);
        }
        future.completeExceptionally(failure);
    }

    private void end(ClientException failure) {
        measure(failure);
        future.completeExceptionally(failure);
    }

    /** Counts the call before the future completes, so that a caller that waits for the future finds it counted. */
    private void measure(@Nullable Throwable failure) {
        if (measured.compareAndSet(false, true)) {
            metrics.called(operation, Outcomes.of(failure), since(start));
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(settings.time().nanoTime() - moment);
    }

    private void takeTurn() {
        RateLimits.Pass pass = rates.take(operation);
        if (pass.delay().isZero()) {
            send();
            return;
        }
        RateWait next = rates.waitFor(operation, pass);
        turn = next;
        tell(next);
        new Pause(() -> useTurn(pass), pass::giveBack).begin(pass.delay());
    }

    private void useTurn(RateLimits.Pass pass) {
        if (pass.claim()) {
            send();
        } else {
            takeTurn();
        }
    }

    private void tell(RateWait turn) {
        log.waits(turn);
        metrics.waiting(operation, turn.delay());
        try {
            settings.waits().accept(turn);
        } catch (Throwable thrown) {
            LOG.warn(
                    "rate wait listener threw; the call continues",
                    settings.key().redact(thrown));
        }
    }

    private void send() {
        turn = null;
        attempts++;
        send(calls.get());
    }

    private <E extends Envelope<T>> void send(Call<E> call) {
        Attempt<E> attempt = new Attempt<>(call);
        attempt.begin();
        if (!future.isDone()) {
            limiter.enter(attempt);
        }
    }

    private void fail(ClientException failure) {
        lastFailure = failure;
        Duration pause = pauseAfter(failure);
        if (pause != null) {
            rates.hold(operation, pause);
        }
        if (future.isDone() || !mayTryAgain(failure, pause)) {
            end(failure);
            return;
        }
        Duration delay = settings.backoff().delay(attempts, settings.random());
        if (pause != null && pause.compareTo(delay) > 0) {
            delay = pause;
        }
        log.triesAgain(failure, attempts + 1, delay);
        metrics.retried(operation, Outcomes.of(failure), delay);
        new Pause(() -> tryAgain(failure), () -> {}).begin(delay);
    }

    private void tryAgain(ClientException failure) {
        try {
            takeTurn();
        } catch (LimitException noTurn) {
            failure.addSuppressed(noTurn);
            end(failure);
        }
    }

    private boolean mayTryAgain(ClientException failure, @Nullable Duration pause) {
        return operation.isReadOnly()
                && failure.isRetryable()
                && attempts < settings.backoff().maxAttempts()
                && (pause == null
                        || (pause.compareTo(settings.backoff().maxRetryAfter()) <= 0
                                && pause.compareTo(settings.rate().maxWait()) <= 0));
    }

    /** The pause that the server asks for, within the configured bounds; null for none. */
    private @Nullable Duration pauseAfter(ClientException failure) {
        Duration asked = null;
        if (failure instanceof TooManyRequestsException e) {
            asked = e.retryAfter() == null ? settings.rate().defaultPause() : e.retryAfter();
        } else if (failure instanceof ServerErrorException e) {
            asked = e.retryAfter();
        }
        Duration longest = settings.rate().maxPause();
        return asked != null && asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** Ends a wait if it is still the current one. Only the thread that ends it continues the call. */
    private synchronized boolean leave(TimeSource.Cancellation waited) {
        if (wait != waited) {
            return false;
        }
        wait = null;
        return true;
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

    /** Runs code that may call back into the caller on another thread than the timer, which all calls need. */
    private void offTheTimer(Runnable step) {
        try {
            settings.threads().execute(() -> orFail(step));
        } catch (Throwable noThread) {
            orFail(step);
        }
    }

    /** A wait until a given time, or until the pause is lifted. */
    private final class Pause implements TimeSource.Cancellation {
        private final Runnable next;
        private final Runnable undo;
        private TimeSource.Cancellation timer = () -> {};
        private TimeSource.Cancellation lift = () -> {};

        /** @param undo runs if the wait ends by anything but {@code next} */
        Pause(Runnable next, Runnable undo) {
            this.next = next;
            this.undo = undo;
        }

        /** Atomic, so that a timer that fires meanwhile cannot start the next wait before this one is stored. */
        void begin(Duration delay) {
            synchronized (PendingCall.this) {
                wait = this;
                lift = rates.onLift(operation, this::lifted);
                timer = settings.time().schedule(delay, this::over);
            }
            if (future.isDone()) {
                endWait();
            }
        }

        private void over() {
            if (leave(this)) {
                lift.cancel();
                offTheTimer(next);
            }
        }

        private void lifted() {
            if (leave(this)) {
                cancel();
                offTheTimer(next);
            }
        }

        @Override
        public void cancel() {
            timer.cancel();
            lift.cancel();
            undo.run();
        }
    }

    /** A wait for an answer. */
    private final class Attempt<E extends Envelope<T>> implements AttemptLimiter.Attempt, TimeSource.Cancellation {
        private final Call<E> call;
        private final long sentAt = settings.time().nanoTime();
        private TimeSource.Cancellation watchdog = () -> {};
        private final AtomicBoolean counted = new AtomicBoolean();
        private volatile @Nullable Throwable thrown;

        Attempt(Call<E> call) {
            this.call = call;
        }

        void begin() {
            synchronized (PendingCall.this) {
                wait = this;
                watchdog = settings.time().schedule(settings.attemptTimeout(), this::late);
            }
            if (future.isDone()) {
                endWait();
            }
        }

        @Override
        public Executor threads() {
            return threads;
        }

        @Override
        public void run() {
            Response<E> response = null;
            try {
                if (!future.isDone()) {
                    response = call.execute();
                }
            } catch (Throwable failed) {
                thrown = failed;
            }
            limiter.leave();
            orFail(response == null ? this::failed : answered(response));
        }

        private Runnable answered(Response<E> response) {
            return () -> {
                T payload;
                try {
                    payload = failures.payload(operation, response);
                } catch (ClientException e) {
                    thrown = e;
                    failed();
                    return;
                }
                if (over()) {
                    count(HttpOutcome.OK);
                    measure(null);
                    future.complete(payload);
                }
            };
        }

        private void failed() {
            Throwable cause = thrown;
            if (cause != null) {
                ClientException failure = failures.ofThrown(operation, cause);
                if (over()) {
                    count(future.isCancelled() ? HttpOutcome.CANCELLED : Outcomes.of(failure));
                    fail(failure);
                } else if (future.isCancelled()) {
                    count(HttpOutcome.CANCELLED);
                } else if (expired) {
                    count(HttpOutcome.TIMEOUT);
                }
            }
        }

        private void count(HttpOutcome outcome) {
            if (counted.compareAndSet(false, true)) {
                metrics.attempted(operation, outcome, since(sentAt));
            }
        }

        private boolean over() {
            boolean mine = leave(this);
            watchdog.cancel();
            return mine;
        }

        /** The attempt ignores OkHttp's timeouts or was lost. */
        private void late() {
            if (leave(this)) {
                call.cancel();
                offTheTimer(() -> {
                    RequestTimeoutException failure =
                            failures.ofAttemptTimeout(operation, settings.attemptTimeout(), thrown);
                    count(Outcomes.of(failure));
                    end(failure);
                });
            }
        }

        @Override
        public void refused(Throwable cause) {
            thrown = cause;
            orFail(this::failed);
        }

        @Override
        public void cancel() {
            watchdog.cancel();
            call.cancel();
        }
    }
}
