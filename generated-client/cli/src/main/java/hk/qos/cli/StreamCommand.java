package hk.qos.cli;

import hk.qos.client.QosStream;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that listens to the stream until Ctrl-C, a number of pushes or a time. */
abstract class StreamCommand extends ServiceCommand {
    @Option(names = "--pushes", paramLabel = "N", description = "End after this many pushes.")
    private @Nullable Long pushes;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End after this time, such as 30s, 5m or 1h30m.")
    private @Nullable Duration time;

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile String reason = "not connected";

    @Override
    @SuppressWarnings("try") // The interrupt acts by being open.
    public final Integer call() throws InterruptedException {
        try (Interrupt interrupt = new Interrupt(() -> end.complete(true))) {
            int status = super.call();
            console().out().flush();
            return status;
        }
    }

    /** Tells people about the state of the connection. */
    void status(String text) {
        console().say(text);
    }

    /** Reports the events of a stream, and ends with its failure. */
    final void follow(QosStream stream) {
        stream.onEvent(this::event);
    }

    /** Ends with an exception if the service refuses all of a subscription. */
    @SuppressWarnings("FutureReturnValueIgnored") // A failure is handled.
    final void follow(Subscription<?> subscription) {
        subscription.ready().whenComplete((ready, failure) -> {
            if (failure != null
                    && subscription.states().values().stream().allMatch(state -> state == SubscriptionState.REJECTED)) {
                end.completeExceptionally(failure);
            }
        });
    }

    private void event(StreamEvent event) {
        if (event instanceof StreamEvent.ConnectFailed failed) {
            reason = Failures.line(failed.cause());
        } else if (event instanceof StreamEvent.Disconnected ended) {
            reason = Failures.line(ended.cause());
        } else if (event instanceof StreamEvent.BackingOff waiting) {
            lost.set(true);
            status(reason + "; next attempt in " + waiting.delay().toMillis() + " ms");
        } else if (event instanceof StreamEvent.Ready && lost.getAndSet(false)) {
            status("connected");
        } else if (event instanceof StreamEvent.Rejected rejected) {
            status("the service refuses " + rejected.topic().key() + ": " + rejected.reason());
        } else if (event instanceof StreamEvent.RecordingIncomplete incomplete) {
            status("the recording is incomplete: " + incomplete.reason());
        } else if (event instanceof StreamEvent.Failed failed) {
            end.completeExceptionally(failed.cause());
        }
    }

    /** Runs what handles a push, counts the push, and ends if it was the last or handling it failed. */
    final void handle(Runnable push) {
        if (end.isDone()) {
            return;
        }
        try {
            push.run();
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
            return;
        }
        if (count.incrementAndGet() == (pushes == null ? Long.MAX_VALUE : pushes)) {
            end.complete(true);
        }
    }

    /** Returns the exit status at the end: a failure if nothing came and there is no connection. */
    final int ended() {
        return lost.get() && count.get() == 0 ? Qos.FAILED : Qos.OK;
    }

    /** Returns the number of pushes. */
    final long count() {
        return count.get();
    }

    /** Waits for the end, and calls {@code repeatedly} in between, after each pause of so many milliseconds. */
    final void await(long pauseMillis, Runnable repeatedly) throws InterruptedException {
        long start = System.nanoTime();
        Duration longest = time == null ? Duration.ofDays(365_000) : time;
        while (longest.compareTo(Duration.ofNanos(System.nanoTime() - start)) > 0) {
            long left = longest.minusNanos(System.nanoTime() - start).toMillis() + 1;
            try {
                end.get(Math.min(pauseMillis, left), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                repeatedly.run();
            } catch (ExecutionException e) {
                Throwable cause = Failures.unwrapped(e);
                throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
            }
        }
    }
}
