package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.stream.EventRegistration;
import hk.qos.stream.Latest;
import hk.qos.stream.Listener;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.delivery.ListenerSink;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The engine's door: takes calls from any thread to the loop. */
public final class Engine {
    private final Context context;
    private final Lifecycle lifecycle;
    private volatile boolean closeAsked;

    public Engine(Dialect dialect, StreamOptions options, Environment environment) {
        this.context = new Context(dialect, options, environment);
        this.lifecycle = new Lifecycle(context);
        context.loop.whenShutDown(lifecycle::loopShutDown);
    }

    public <T> Subscription<T> subscribe(
            Channel<T> channel, Collection<String> keys, @Nullable Listener<? super T> listener) {
        if (closeAsked || lifecycle.isClosing()) {
            throw lifecycle.refusal();
        }
        SubscriptionHandle<T> handle = lifecycle.subscriptions.handle(channel, keys);
        if (listener != null) {
            handle.deliverTo(new ListenerSink<>(listener));
        }
        boolean posted = context.post(() -> {
            if (lifecycle.isClosing()) {
                endLate(handle);
            } else {
                lifecycle.subscriptions.add(handle);
                lifecycle.wake();
            }
        });
        if (!posted) {
            endLate(handle);
        }
        return handle;
    }

    private void endLate(SubscriptionHandle<?> handle) {
        lifecycle.subscriptions.handles().remove(handle);
        ClientException why = lifecycle.refusal();
        boolean failed = lifecycle.state() == StreamState.FAILED;
        Instant now = context.now();
        handle.end(failed ? new StreamEvent.Failed(why, now) : new StreamEvent.Closed(now), why, failed);
    }

    public CompletableFuture<Void> unsubscribe(Channel<?> channel, Collection<String> keys) {
        Set<String> canonical = lifecycle.subscriptions.canonical(keys);
        for (SubscriptionHandle<?> handle : lifecycle.subscriptions.handles()) {
            if (handle.channel.equals(channel)) {
                handle.giveUp(canonical);
            }
        }
        return onLoop(done -> lifecycle.awaitDeparture(channel, canonical, done));
    }

    public <R> CompletableFuture<R> request(Request<R> request, RequestOptions options) {
        return submit(request, options, false);
    }

    public CompletableFuture<Instant> heartbeat() {
        return submit(context.dialect.heartbeat(), context.options.requestDefaults(), true);
    }

    private <R> CompletableFuture<R> submit(Request<R> request, RequestOptions options, boolean heartbeat) {
        return onLoop(future -> lifecycle.submit(request, options, heartbeat, future));
    }

    /** A future that {@code task} sees to, on the loop; it fails if the loop has ended, or with what the task throws. */
    private <R> CompletableFuture<R> onLoop(Consumer<CompletableFuture<R>> task) {
        CompletableFuture<R> future = new CompletableFuture<>();
        boolean posted = context.post(() -> {
            try {
                task.accept(future);
            } catch (RuntimeException | Error e) {
                context.fail(future, e);
            }
        });
        if (!posted) {
            future.completeExceptionally(lifecycle.refusal());
        }
        return future;
    }

    public EventRegistration onEvent(Consumer<? super StreamEvent> listener) {
        return context.events.register(listener);
    }

    public <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        return lifecycle.subscriptions.latest(channel, key);
    }

    public StreamState state() {
        StreamState state = lifecycle.state();
        return closeAsked && !state.isFinal() ? StreamState.CLOSED : state;
    }

    public CompletableFuture<Void> connect() {
        return onLoop(lifecycle::await);
    }

    public void reconnect() {
        context.post(lifecycle::reconnect);
    }

    public String explain() {
        if (context.loop.inLoop() || lifecycle.state().isFinal()) {
            return lifecycle.explain();
        }
        CompletableFuture<String> text = new CompletableFuture<>();
        if (!context.post(() -> text.complete(lifecycle.explain()))) {
            return lifecycle.explain();
        }
        try {
            return text.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return "The event loop is busy: something blocks it. State: " + state() + "." + context.stuck();
        }
        return "State: " + state() + "." + context.stuck();
    }

    /**
     * Waits until everything that is queued now was delivered; false if that took too long. A listener does not wait,
     * since what is queued for it, or behind it, would have to wait for it.
     */
    public boolean flush(Duration timeout) {
        List<Mailbox<?>> mailboxes = new ArrayList<>(context.events.mailboxes());
        lifecycle.subscriptions.handles().forEach(handle -> mailboxes.addAll(handle.mailboxes()));
        if (context.userCode.isCaller()) {
            return mailboxes.stream().allMatch(mailbox -> mailbox.size() == 0);
        }
        CountDownLatch delivered = new CountDownLatch(mailboxes.size());
        mailboxes.forEach(mailbox -> mailbox.barrier(delivered::countDown));
        try {
            return delivered.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits, once the stream has ended, until its recording is written. */
    public void awaitRecording(Duration limit) {
        if (!context.loop.inLoop()) {
            context.tap.awaitEnd(limit);
        }
    }

    /** Starts to close; the environment's release tells the end. */
    public void close() {
        closeAsked = true;
        context.post(lifecycle::close);
    }
}
