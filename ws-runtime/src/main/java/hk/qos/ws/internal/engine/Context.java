package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamMetrics;
import hk.qos.ws.StreamOptions;
import hk.qos.ws.internal.delivery.ByteBudget;
import hk.qos.ws.internal.delivery.Mailbox;
import hk.qos.ws.internal.io.Loop;
import hk.qos.ws.spi.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** What the parts of one engine share. */
final class Context {
    final Dialect dialect;
    final StreamOptions options;
    final Environment environment;
    final Loop loop;
    final Metrics metrics;
    final Mailbox.Shared mailboxes;
    final Events events;

    Context(Dialect dialect, StreamOptions options, Environment environment) {
        this.dialect = dialect;
        this.options = options;
        this.environment = environment;
        this.loop = environment.loop();
        this.metrics = new Metrics(options.metrics());
        this.mailboxes = new Mailbox.Shared(
                environment.delivery(),
                new ByteBudget(options.limits().queuedBytes()),
                options.limits().itemsPerSubscription(),
                options.metrics() == StreamMetrics.NONE ? StreamMetrics.NONE : metrics);
        this.events = new Events(this);
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

    private void settle(Runnable completion) {
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
