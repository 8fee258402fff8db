package hk.qos.stream.internal.engine;

import hk.qos.stream.Recording;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.internal.delivery.ByteBudget;
import hk.qos.stream.internal.delivery.Dispatcher;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.flight.FlightLog;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.recording.FrameRecorder;
import hk.qos.stream.internal.recording.FrameTap;
import hk.qos.stream.internal.recording.RecordingLines;
import hk.qos.stream.spi.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the parts of one engine share. */
final class Context {
    private static final AtomicLong STREAMS = new AtomicLong();

    /** The stream's name with a number that no other stream of this process has: for log lines and recordings. */
    final String id;

    final Dialect dialect;
    final StreamOptions options;
    final Environment environment;
    final Loop loop;
    final GuardedMetrics metrics;
    final RejectedDeliveries refusals;
    final Mailbox.Shared mailboxes;
    final Events events;
    final CallWatchdog calls;
    final UserCallTracker userCode;
    final FrameLog frames;
    final SecretRedactor secrets;
    final FlightLog flights;
    final GapRecoverer recoveries;
    final FrameTap tap;
    private final List<Runnable> untold = new ArrayList<>();

    Context(Dialect dialect, StreamOptions options, Environment environment) {
        this.dialect = dialect;
        this.options = options;
        this.environment = environment;
        this.loop = environment.loop();
        this.id = options.name() + "-" + STREAMS.incrementAndGet();
        this.metrics = new GuardedMetrics(options.metrics(), this::place);
        this.secrets = new SecretRedactor(options);
        this.flights = FlightLog.available();
        this.calls = new CallWatchdog(
                loop::nanoTime,
                environment.alarm(),
                options.listenerWarning(),
                new StuckListenerLog(new LogLines(this)));
        this.userCode = new UserCallTracker(calls);
        this.frames = new FrameLog(this);
        this.refusals = new RejectedDeliveries(this);
        this.mailboxes = new Mailbox.Shared(
                new Dispatcher(environment.delivery(), this::handOver, refusals),
                new ByteBudget(options.limits().queuedBytes()),
                options.limits().itemsPerSubscription(),
                options.metrics() == StreamMetrics.NONE ? StreamMetrics.NONE : metrics);
        this.events = new Events(this);
        this.recoveries = new GapRecoverer(this);
        this.tap = tap(options.recording());
    }

    private FrameTap tap(@Nullable Recording recording) {
        return recording == null
                ? FrameTap.NONE
                : new FrameRecorder(recording, id, new RecordingLines(secrets::hideIn), this::recordingIncomplete);
    }

    private void recordingIncomplete(String reason) {
        StreamEvent event = new StreamEvent.RecordingIncomplete(reason, now());
        if (!post(() -> events.emit(event))) {
            events.logLate(event);
        }
    }

    /** What a log line begins with. */
    private String place() {
        return "[" + id + " #" + events.epoch() + "]";
    }

    /** What to add to an explanation about listeners that do not return; blank if all do. */
    String stuck() {
        return calls.stuck().stream()
                .limit(Abbreviated.MOST)
                .map(call -> " Note that " + StuckListenerLog.text(call) + ", which delays what is delivered there.")
                .collect(Collectors.joining());
    }

    Instant now() {
        return Instant.ofEpochMilli(loop.millis());
    }

    /** Runs {@code task} on the loop; false if the loop has ended. */
    boolean post(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @SuppressWarnings("NullAway") // the only value of Void
    void complete(CompletableFuture<Void> future) {
        settle(() -> future.complete(null));
    }

    <T> void complete(CompletableFuture<T> future, T value) {
        settle(() -> future.complete(value));
    }

    void fail(CompletableFuture<?> future, Throwable error) {
        settle(() -> future.completeExceptionally(error));
    }

    /**
     * On the loop, what becomes known in one step is told after that step: whoever hears of it finds the events of the step
     * behind, and the state that it led to.
     */
    private void settle(Runnable completion) {
        if (!loop.inLoop()) {
            handOver(completion);
            return;
        }
        untold.add(completion);
        if (untold.size() == 1 && !post(this::tellFutures)) {
            tellFutures();
        }
    }

    /** Has what is known told to those who wait for it. On the loop. */
    void tellFutures() {
        List<Runnable> all = List.copyOf(untold);
        untold.clear();
        all.forEach(this::handOver);
    }

    private void handOver(Runnable completion) {
        try {
            environment.completions().execute(completion);
        } catch (RejectedExecutionException e) {
            // Better on this thread than never.
            completion.run();
        }
    }

    /** A duration for people: no fractions of milliseconds. */
    static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
