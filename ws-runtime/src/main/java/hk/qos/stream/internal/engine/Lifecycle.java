package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The states of a stream and the ways between them. On the loop, but for {@link #state}. */
final class Lifecycle implements ConnectionSession.Owner, Subscriptions.Owner {
    final Subscriptions subscriptions;
    private final Context context;
    private final Pacer pacer;
    private final HeartbeatMonitor pulse;
    private final Requests requests;
    private final Gauges gauges;
    private final Outbox outbox;
    private final Inbound inbound;
    private final ReconnectScheduler retries;
    private final Downtime downtime;
    private final SilenceWatch staleness;
    private final SilenceWatch firstPushes;
    private final ClosingConnections partings;
    private final List<CompletableFuture<Void>> waiters = new ArrayList<>();
    private volatile StreamState state = StreamState.IDLE;
    private volatile boolean closing;
    private volatile @Nullable ClientException lastError;
    private int epoch;
    private @Nullable ConnectionSession link;
    private long attemptAt;

    Lifecycle(Context context) {
        this.context = context;
        this.pacer = new Pacer(context.options.spacing());
        this.subscriptions = new Subscriptions(context, this);
        this.pulse = new HeartbeatMonitor(context, this::changed);
        this.requests = new Requests(context, pacer, pulse, subscriptions::framesMissing);
        this.outbox = new Outbox(context, pacer, pulse, subscriptions, requests);
        this.inbound = new Inbound(context, subscriptions);
        this.retries = new ReconnectScheduler(context);
        this.downtime = new Downtime(context);
        this.staleness = new SilenceWatch(context, subscriptions::topics, StaleRule.of(context));
        this.firstPushes = new SilenceWatch(context, subscriptions::topics, FirstPushRule.of(context));
        this.partings = new ClosingConnections(context);
        this.gauges = new Gauges(context, this, requests);
        context.metrics.started(gauges);
    }

    /** Any thread. */
    StreamState state() {
        return state;
    }

    /** Whether no new work is taken. Any thread. */
    boolean isClosing() {
        return closing || state.isFinal();
    }

    /** What to tell who asks too late. Any thread. */
    ClientException refusal() {
        ClientException why = lastError;
        return state == StreamState.FAILED && why != null
                ? new ClosedException("the stream has failed: " + why.getMessage() + "; " + successor(), why)
                : new ClosedException("the stream is closed; " + successor());
    }

    private String successor() {
        return context.options.successor() + " makes a new one";
    }

    /** There is work: connects if that was not done yet, else sends what may be sent. */
    void wake() {
        if (state == StreamState.IDLE && !closing) {
            attempt();
        } else {
            changed();
        }
    }

    void await(CompletableFuture<Void> waiter) {
        if (isClosing()) {
            context.fail(waiter, refusal());
        } else if (state == StreamState.READY) {
            context.complete(waiter);
        } else {
            waiters.add(waiter);
            retries.endWait();
            wake();
        }
    }

    void awaitDeparture(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        if (isClosing()) {
            context.fail(done, refusal());
        } else {
            subscriptions.awaitDeparture(channel, keys, done);
        }
    }

    <R> void submit(Request<R> request, RequestOptions options, boolean heartbeat, CompletableFuture<R> future) {
        if (isClosing()) {
            context.fail(future, refusal());
            return;
        }
        requests.submit(request, options, heartbeat, future, state == StreamState.BACKOFF ? retries.left() : null);
        wake();
    }

    void reconnect() {
        if (link != null && !closing) {
            link.part(ConnectionEnd.of(Kind.LOCAL, "a new connection was asked for"));
        } else if (!closing) {
            retries.endWait();
        }
    }

    private void attempt() {
        state = StreamState.CONNECTING;
        partings.cutAll();
        epoch++;
        attemptAt = context.loop.nanoTime();
        context.events.epoch(epoch);
        link = new ConnectionSession(context, epoch, this, partings);
        link.start();
    }

    @Override
    public void opened(ConnectionSession opened) {
        state = StreamState.RESTORING;
        downtime.connected();
        context.events.emit(new StreamEvent.Connected(epoch, context.now()));
        subscriptions.connected();
        pulse.start(opened);
        outbox.start(opened);
        staleness.start();
        firstPushes.start();
        checkReady();
    }

    private void checkReady() {
        if (state == StreamState.RESTORING && subscriptions.isSettled()) {
            state = StreamState.READY;
            retries.ready();
            context.events.emit(new StreamEvent.Ready(epoch, context.now()));
            waiters.forEach(waiter -> context.complete(waiter));
            waiters.clear();
        }
    }

    @Override
    public void received(ConnectionSession from, ByteBuf frame) {
        if (!closing && inbound.read(from, frame)) {
            changed();
        }
    }

    @Override
    public void skipped(ConnectionSession from, String kind) {
        inbound.skipped(kind);
    }

    @Override
    public void tooLarge(ConnectionSession from, ByteBuf beginning) {
        if (!closing) {
            inbound.tooLarge(from, beginning);
            changed();
        }
    }

    @Override
    public void written(ConnectionSession to) {
        outbox.written();
    }

    @Override
    public void changed() {
        if (!closing) {
            subscriptions.tellDepartures();
            checkReady();
            outbox.pump();
        }
    }

    @Override
    public <T> void handleClosed(SubscriptionHandle<T> handle) {
        context.post(() -> {
            subscriptions.remove(handle, handle.keys());
            changed();
        });
    }

    @Override
    public void ended(ConnectionSession ended, ConnectionEnd end, List<OutboundFrame> open) {
        link = null;
        outbox.stop();
        pulse.stop();
        staleness.stop();
        firstPushes.stop();
        downtime.ended(end, ended.wasUp());
        if (closing) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
            return;
        }
        DisconnectPolicy.Decision verdict = retries.judge(end, ended.wasUp(), state == StreamState.READY);
        lastError = verdict.error();
        tellLoss(ended, verdict.error());
        if (ended.wasUp()) {
            context.recoveries.disconnected();
            subscriptions.disconnected(ended, end, open);
        }
        requests.disconnected(open, end);
        if (verdict.goOn()) {
            state = StreamState.BACKOFF;
            retries.backOff(verdict, this::attempt);
            requests.failHopeless(retries.at(), end);
        } else {
            fail(verdict.error());
        }
    }

    private void tellLoss(ConnectionSession ended, ClientException error) {
        if (!ended.wasUp()) {
            context.events.emit(new StreamEvent.ConnectFailed(epoch, error, context.now()));
            return;
        }
        StreamEvent event = new StreamEvent.Disconnected(epoch, error, context.now());
        subscriptions.handles().forEach(handle -> handle.event(event));
        context.events.emit(event);
    }

    private void fail(ClientException error) {
        closing = true;
        // Before anyone hears of it: who is told looks at the state.
        state = StreamState.FAILED;
        settle(error, new StreamEvent.Failed(error, context.now()), true);
        finish(StreamState.FAILED, new StreamEvent.Failed(error, context.now()));
    }

    /** The loop has ended under us: what it would have told, ended and released is told, ended and released from here. */
    void loopShutDown() {
        if (state.isFinal()) {
            return;
        }
        if (closing) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
            return;
        }
        ClientException error =
                new ClosedException("the event loop was shut down by its owner before the stream was closed");
        lastError = error;
        ConnectionSession present = link;
        if (present != null) {
            requests.failOpen(present.open.drain(), error);
        }
        fail(error);
    }

    void close() {
        if (isClosing()) {
            return;
        }
        closing = true;
        settle(new ClosedException("the stream was closed"), new StreamEvent.Closed(context.now()), false);
        ConnectionSession present = link;
        outbox.stop();
        pulse.stop();
        if (present == null) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
        } else if (present.isUp()) {
            present.leave();
        } else {
            present.end(ConnectionEnd.of(Kind.LOCAL, "closed by us"));
        }
    }

    /** Fails all that is pending, and lets go of every handle. */
    private void settle(ClientException why, StreamEvent last, boolean failed) {
        if (link != null) {
            requests.failOpen(link.open.drain(), why);
        }
        requests.failAll(why);
        subscriptions.end(last, why, failed);
        waiters.forEach(waiter -> context.fail(waiter, why));
        waiters.clear();
    }

    private void finish(StreamState end, StreamEvent last) {
        retries.stop();
        partings.cutAll();
        inbound.stop();
        context.recoveries.stop();
        context.calls.stop();
        state = end;
        context.events.end(last);
        context.metrics.stopped(gauges);
        context.tap.close();
        context.tellFutures();
        context.environment.release().run();
    }

    /** One paragraph about where things stand. */
    String explain() {
        long now = context.loop.nanoTime();
        return new Explanation(
                                state,
                                closing,
                                epoch,
                                Duration.ofNanos(Math.max(0, now - attemptAt)),
                                retries.failures(),
                                retries.left(),
                                retries.turnedAwayFor(),
                                pacer.expectedDelay(now),
                                pulse.isDegraded(),
                                Explanation.Counts.of(subscriptions, requests),
                                SubscriptionStatus.of(subscriptions.topics()),
                                lastError)
                        .text(context)
                + context.stuck();
    }
}
