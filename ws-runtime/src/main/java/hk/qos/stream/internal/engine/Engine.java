package hk.qos.stream.internal.engine;

import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import hk.qos.stream.Latest;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.delivery.ByteBudget;
import hk.qos.stream.internal.delivery.Dispatcher;
import hk.qos.stream.internal.delivery.ListenerSink;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.flight.FlightLog;
import hk.qos.stream.internal.recording.FrameRecorder;
import hk.qos.stream.internal.recording.FrameTap;
import hk.qos.stream.internal.recording.RecordingLines;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.Request;
import hk.qos.stream.spi.StreamSetup;
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

/**
 * The engine of one stream: takes calls from any thread to the loop, where {@link Lifecycle} and its parts do the work.
 *
 * <pre>
 * call      → Engine → Lifecycle → Subscriptions (ChannelSubscriptions → TopicState) or Requests
 * to send   → Outbox chooses a frame, Pacer spaces it → ConnectionSession → server
 * received  → ConnectionSession → Inbound → Dialect decodes → push:   Subscriptions → TopicState → mailboxes
 *                                                           → answer: the OutboundFrame that asked
 * end       → ConnectionSession → Lifecycle → ReconnectScheduler → next attempt, or failed
 * </pre>
 *
 * <p>Back-off is in {@code ReconnectScheduler}, pacing in {@link Outbox} and {@link Pacer}, the refusal of a subscription in
 * {@link ChannelSubscriptions} and {@link RefusalBisector}, the decoding of a push in {@link Inbound}, the removal of
 * secrets in {@link SecretRedactor}, the recovery of gaps in {@code GapRecoverer}.
 */
public final class Engine {
    private final Context context;
    private final UserCallTracker userCode;
    private final Events events;
    private final FutureCompleter futures;
    private final Dispatcher dispatcher;
    private final FrameTap tap;
    private final Lifecycle lifecycle;
    private final Subscriptions subscriptions;
    private volatile boolean closeCalled;

    public Engine(Dialect dialect, StreamSetup options, Environment environment) {
        this.context = Context.of(dialect, options, environment);
        LogLines lines = new LogLines(context.id());
        SecretRedactor redactor = new SecretRedactor(options);
        GuardedMetrics metrics = new GuardedMetrics(options.metrics(), lines::prefix, redactor::redact);
        FlightLog flights = FlightLog.available();
        this.futures = new FutureCompleter(context);
        this.userCode = new UserCallTracker(new CallWatchdog(
                environment.loop()::nanoTime,
                environment.alarm(),
                options.listenerWarning(),
                new StuckListenerLog(lines)));
        RejectedDeliveries rejectedDeliveries = new RejectedDeliveries(context, futures::run, this::deliveryRejected);
        this.dispatcher = rejectedDeliveries.dispatcher();
        Mailboxes mailboxes = new Mailboxes(
                new Mailbox.Shared(
                        dispatcher,
                        new ByteBudget(options.limits().queuedBytes()),
                        options.limits().itemsPerSubscription(),
                        options.metrics() == StreamMetrics.NONE ? StreamMetrics.NONE : metrics,
                        environment.loop()::nanoTime,
                        options.isDirectDelivery()),
                userCode);
        this.events = new Events(context, lines, mailboxes, flights, redactor);
        this.tap = tap(options.recording(), redactor);
        this.lifecycle = new Lifecycle(
                context,
                lines,
                metrics,
                events,
                mailboxes,
                userCode,
                rejectedDeliveries,
                futures,
                redactor,
                tap,
                flights);
        this.subscriptions = lifecycle.subscriptions();
        context.loop().whenShutDown(lifecycle::loopShutDown);
    }

    private FrameTap tap(@Nullable Recording recording, SecretRedactor redactor) {
        return recording == null
                ? FrameTap.NONE
                : new FrameRecorder(
                        recording, context.id(), new RecordingLines(redactor::redact), this::recordingIncomplete);
    }

    private void recordingIncomplete(String reason) {
        events.emitFromAnyThread(new StreamEvent.RecordingIncomplete(reason, context.now()));
    }

    private void deliveryRejected(Throwable why) {
        events.failed(why);
    }

    public <T> Subscription<T> subscribe(
            Channel<T> channel, Collection<String> keys, @Nullable StreamListener<? super T> listener) {
        if (closeCalled || lifecycle.isClosing()) {
            throw lifecycle.rejection();
        }
        SubscriptionHandle<T> handle = subscriptions.create(channel, keys);
        if (listener != null) {
            handle.deliverTo(new ListenerSink<>(listener));
        }
        boolean posted = context.post(() -> {
            if (lifecycle.isClosing()) {
                endLate(handle);
            } else {
                lifecycle.subscribe(handle);
            }
        });
        if (!posted) {
            endLate(handle);
        }
        return handle;
    }

    /** Ends a subscription that was made while the stream ended. */
    private void endLate(SubscriptionHandle<?> handle) {
        subscriptions.handles().remove(handle);
        ClientException why = lifecycle.rejection();
        boolean failed = lifecycle.state() == StreamState.FAILED;
        Instant now = context.now();
        handle.end(failed ? new StreamEvent.Failed(why, now) : new StreamEvent.Closed(now), why, failed);
    }

    public CompletableFuture<Void> unsubscribe(Channel<?> channel, Collection<String> keys) {
        Set<String> canonical = Subscriptions.canonical(channel, keys);
        for (SubscriptionHandle<?> handle : subscriptions.handles()) {
            if (handle.channel.equals(channel)) {
                handle.giveUp(canonical);
            }
        }
        return onLoop(done -> lifecycle.awaitUnsubscribed(channel, canonical, done));
    }

    public <R> CompletableFuture<R> request(Request<R> request, RequestOptions options) {
        return submit(request, options, false);
    }

    public CompletableFuture<Instant> heartbeat() {
        return submit(context.dialect().heartbeat(), context.options().requestDefaults(), true);
    }

    private <R> CompletableFuture<R> submit(Request<R> request, RequestOptions options, boolean heartbeat) {
        return onLoop(future -> lifecycle.submit(request, options, heartbeat, future));
    }

    /** Runs {@code task} on the loop; its future fails if the loop has ended, or with what the task throws. */
    private <R> CompletableFuture<R> onLoop(Consumer<CompletableFuture<R>> task) {
        CompletableFuture<R> future = new CompletableFuture<>();
        boolean posted = context.post(() -> {
            try {
                task.accept(future);
            } catch (RuntimeException | Error e) {
                futures.fail(future, e);
            }
        });
        if (!posted) {
            future.completeExceptionally(lifecycle.rejection());
        }
        return future;
    }

    public ListenerRegistration onEvent(Consumer<? super StreamEvent> listener) {
        if (closeCalled || lifecycle.isClosing()) {
            throw lifecycle.rejection();
        }
        return events.register(listener);
    }

    public <T> ListenerRegistration onPush(ChannelFamily<T> family, StreamListener<? super T> listener) {
        if (closeCalled || lifecycle.isClosing()) {
            throw lifecycle.rejection();
        }
        return subscriptions.pushListeners().register(family, new ListenerSink<>(listener));
    }

    public <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        return subscriptions.latest(channel, key);
    }

    public StreamState state() {
        StreamState state = lifecycle.state();
        return closeCalled && !state.isFinal() ? StreamState.CLOSED : state;
    }

    public CompletableFuture<Void> connect() {
        return onLoop(lifecycle::connect);
    }

    public CompletableFuture<Void> disconnect() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!context.post(() -> lifecycle.disconnect(done))) {
            // The loop has ended, and the connection with it.
            futures.complete(done);
        }
        return done;
    }

    public void reconnect() {
        context.post(lifecycle::reconnect);
    }

    public String explain() {
        if (context.loop().inLoop() || lifecycle.state().isFinal()) {
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
            return "The event loop is blocked. State: " + state() + "." + userCode.stuckCalls();
        }
        return "State: " + state() + "." + userCode.stuckCalls();
    }

    /**
     * Waits until all items that are queued now are delivered; returns false if that takes longer than {@code timeout}. A
     * listener that calls this does not wait, since it would wait for itself.
     */
    public boolean flush(Duration timeout) {
        List<Mailbox<?>> mailboxes = new ArrayList<>(events.mailboxes());
        mailboxes.addAll(subscriptions.mailboxes());
        if (userCode.isCaller()) {
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

    /**
     * Waits until the stream is closed; returns false if that takes longer than {@code timeout}.
     *
     * @throws ClientException the reason if the stream failed, or {@link CallInterruptedException}
     * @throws IllegalStateException in a listener, which would wait for itself
     */
    public boolean awaitClosed(Duration timeout) {
        if (userCode.isCaller()) {
            throw new IllegalStateException(
                    "awaitClosed() was called in a listener, which would wait for itself; call it on another thread");
        }
        try {
            if (!lifecycle.awaitEnd(timeout)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("awaitClosed()", e);
        }
        ClientException failure = lifecycle.failure();
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    /** Waits, after the stream has ended, until its recording is written. */
    public void awaitRecording(Duration limit) {
        if (!context.loop().inLoop()) {
            tap.awaitEnd(limit);
        }
    }

    /** Starts to close; the environment's {@code release} is called at the end. */
    public void close() {
        closeCalled = true;
        if (userCode.isCaller()) {
            dispatcher.deliverEndOnly();
        }
        context.post(lifecycle::close);
    }
}
