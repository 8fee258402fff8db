package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.flight.FlightLog;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.reconnect.DisconnectPolicy;
import hk.qos.stream.internal.reconnect.Downtime;
import hk.qos.stream.internal.reconnect.ReconnectScheduler;
import hk.qos.stream.internal.recording.FrameTap;
import hk.qos.stream.internal.recovery.GapRecoverer;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Request;
import hk.qos.stream.spi.StreamSetup;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The states of a stream and the transitions between them. Notifies the parts of what happens to the connection, in the order
 * that events promise. On the loop, except methods that say otherwise.
 */
final class Lifecycle implements ConnectionSession.Owner {
    private final Context context;
    private final LogLines lines;
    private final GuardedMetrics metrics;
    private final Events events;
    private final UserCallTracker userCode;
    private final RejectedDeliveries rejectedDeliveries;
    private final FutureCompleter futures;
    private final SecretRedactor redactor;
    private final FrameTap tap;
    private final FrameLog frames;
    private final FlightLog flights;

    private final Subscriptions subscriptions;
    private final Requests requests;
    private final Pacer pacer;
    private final HeartbeatMonitor heartbeats;
    private final GapRecoverer gapRecoverer;
    private final Outbox outbox;
    private final Inbound inbound;
    private final ReconnectScheduler reconnects;
    private final Downtime downtime;
    private final SilenceWatch staleness;
    private final SilenceWatch firstPushes;
    private final ClosingConnections closingConnections;
    private final Gauges gauges;

    private final AnswerOrder answerOrder;
    private final Waiters connecting;
    private final Waiters disconnecting;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile StreamState state = StreamState.IDLE;
    private volatile boolean closing;
    private volatile @Nullable ClientException lastError;
    /** Whether disconnect() is ending the connection or attempt. */
    private boolean pausing;

    private int connectionNumber;
    private @Nullable ConnectionSession session;
    private long attemptAt;

    Lifecycle(
            Context context,
            LogLines lines,
            GuardedMetrics metrics,
            Events events,
            Mailboxes mailboxes,
            UserCallTracker userCode,
            RejectedDeliveries rejectedDeliveries,
            FutureCompleter futures,
            SecretRedactor redactor,
            FrameTap tap,
            FlightLog flights) {
        this.context = context;
        this.lines = lines;
        this.metrics = metrics;
        this.events = events;
        this.userCode = userCode;
        this.rejectedDeliveries = rejectedDeliveries;
        this.futures = futures;
        this.redactor = redactor;
        this.tap = tap;
        this.frames = new FrameLog(lines, redactor);
        this.flights = flights;
        StreamSetup options = context.options();
        this.gapRecoverer =
                new GapRecoverer(context.loop(), events::emit, options.gapRecovery(), options.maxKeysPerFrame());
        this.subscriptions =
                new Subscriptions(context, metrics, events, mailboxes, futures, gapRecoverer, this::changed);
        this.heartbeats = new HeartbeatMonitor(context, metrics, events, this::changed);
        this.pacer = new Pacer(options.spacing());
        this.requests = new Requests(context, metrics, futures, pacer, heartbeats, subscriptions::framesMissing);
        this.outbox = new Outbox(context, metrics, pacer, heartbeats, subscriptions, requests, gapRecoverer);
        this.inbound = new Inbound(
                context,
                metrics,
                tap,
                frames,
                redactor,
                new Undecodable(context, lines, metrics, events),
                subscriptions);
        this.reconnects =
                new ReconnectScheduler(context.loop(), context.environment().random(), options.backoff(), events::emit);
        this.downtime = new Downtime(context.loop(), metrics);
        this.staleness = SilenceWatch.ofStaleness(context, metrics, events, userCode, subscriptions::topics);
        this.firstPushes = SilenceWatch.ofFirstPush(context, metrics, events, userCode, subscriptions::topics);
        this.closingConnections = new ClosingConnections(context, this::connectionsClosed);
        this.answerOrder = new AnswerOrder(context.dialect().heartbeat().type());
        this.connecting = new Waiters(futures);
        this.disconnecting = new Waiters(futures);
        this.gauges = new Gauges(context.id(), this::state, subscriptions, requests, events, mailboxes);
        metrics.started(gauges);
    }

    /** The subscriptions, which say what may be called on any thread. */
    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Any thread. */
    StreamState state() {
        return state;
    }

    /** Whether new work is rejected. Any thread. */
    boolean isClosing() {
        return closing || state.isFinal();
    }

    /** The error of calls after the end. Any thread. */
    ClientException rejection() {
        ClientException why = lastError;
        return state == StreamState.FAILED && why != null
                ? new ClosedException("the stream has failed: " + why.getMessage() + "; " + successor(), why)
                : new ClosedException("the stream is closed; " + successor());
    }

    private String successor() {
        return context.options().successor() + " makes a new one";
    }

    // ------------------------------------------------------------------ calls of the user

    <T> void subscribe(SubscriptionHandle<T> handle) {
        subscriptions.add(handle);
        connectOrSend();
    }

    private void connectOrSend() {
        if (state == StreamState.IDLE && !closing) {
            attempt();
        } else {
            changed();
        }
    }

    void connect(CompletableFuture<Void> ready) {
        if (isClosing()) {
            futures.fail(ready, rejection());
        } else if (state == StreamState.READY) {
            futures.complete(ready);
        } else {
            connecting.add(ready);
            reconnects.attemptNow();
            if (state == StreamState.PAUSED) {
                attempt();
            } else {
                connectOrSend();
            }
        }
    }

    /** Ends the connection or attempt, and makes no other before {@link #connect}. */
    void disconnect(CompletableFuture<Void> done) {
        disconnecting.add(done);
        if (!isClosing() && state != StreamState.PAUSED) {
            reconnects.stop();
            ConnectionEnd end = ConnectionEnd.of(Kind.LOCAL, "disconnect() was called");
            if (session == null) {
                pause(List.of(), end);
            } else {
                pausing = true;
                session.leave(end);
            }
        }
        if (state.isFinal() || (state == StreamState.PAUSED && closingConnections.isEmpty())) {
            disconnecting.complete();
        }
    }

    private void pause(List<OutboundFrame> unanswered, ConnectionEnd end) {
        pausing = false;
        state = StreamState.PAUSED;
        requests.abandon(unanswered, end);
        connecting.fail(new ConnectFailedException(end.detail() + " before the stream was ready"));
        events.emit(new StreamEvent.Paused(context.now()));
    }

    private void connectionsClosed() {
        if (!closing) {
            disconnecting.complete();
        }
    }

    void awaitUnsubscribed(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        if (isClosing()) {
            futures.fail(done, rejection());
        } else {
            subscriptions.awaitUnsubscribed(channel, keys, done);
        }
    }

    <R> void submit(Request<R> request, RequestOptions options, boolean heartbeat, CompletableFuture<R> future) {
        if (isClosing()) {
            futures.fail(future, rejection());
            return;
        }
        if (state == StreamState.PAUSED) {
            futures.fail(
                    future,
                    new ConnectionLostException(
                            request.label()
                                    + " was not sent: the stream is paused by disconnect(); connect() resumes it",
                            Outcome.NOT_SENT,
                            null));
            return;
        }
        Duration untilConnect = state == StreamState.BACKOFF ? reconnects.untilNextAttempt() : null;
        requests.submit(request, options, heartbeat, future, untilConnect);
        connectOrSend();
    }

    void reconnect() {
        if (session != null && !closing) {
            session.replace(ConnectionEnd.of(Kind.LOCAL, "reconnect() was called"));
        } else if (!closing) {
            reconnects.attemptNow();
        }
    }

    // ------------------------------------------------------------------ connections

    private void attempt() {
        state = StreamState.CONNECTING;
        closingConnections.abortAll();
        connectionNumber++;
        attemptAt = context.nanoTime();
        lines.connectionNumber(connectionNumber);
        session = new ConnectionSession(
                context,
                connectionNumber,
                this,
                closingConnections,
                answerOrder,
                flights.begin(context.id(), connectionNumber, context::nanoTime),
                frames,
                metrics,
                redactor);
        session.start();
    }

    @Override
    public void opened(ConnectionSession opened) {
        state = StreamState.RESTORING;
        downtime.connected();
        events.emit(new StreamEvent.Connected(connectionNumber, context.now()));
        subscriptions.connected(opened);
        heartbeats.start(opened);
        outbox.start(opened);
        staleness.start();
        firstPushes.start();
        checkReady();
    }

    private void checkReady() {
        if (state == StreamState.RESTORING && subscriptions.isSettled()) {
            state = StreamState.READY;
            reconnects.ready();
            events.emit(new StreamEvent.Ready(connectionNumber, context.now()));
            connecting.complete();
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
    public void released(ConnectionSession by) {
        changed();
    }

    /** Something may have been settled, and something may have to be sent. */
    private void changed() {
        if (!closing) {
            subscriptions.completeUnsubscribes();
            checkReady();
            outbox.pump();
        }
    }

    @Override
    public void ended(ConnectionSession ended, ConnectionEnd end, List<OutboundFrame> unanswered) {
        session = null;
        answerOrder.disconnected();
        outbox.stop();
        heartbeats.stop();
        staleness.stop();
        firstPushes.stop();
        downtime.ended(end, ended.wasUp());
        if (closing) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
            return;
        }
        DisconnectPolicy.Decision decision = reconnects.decide(end, ended.wasUp(), state == StreamState.READY);
        lastError = decision.error();
        reportEnd(ended, decision.error());
        if (ended.wasUp()) {
            gapRecoverer.disconnected();
            subscriptions.disconnected(ended, end, unanswered);
        }
        if (pausing) {
            pause(unanswered, end);
            return;
        }
        requests.disconnected(unanswered, end);
        if (decision.retry()) {
            state = StreamState.BACKOFF;
            reconnects.scheduleNext(decision, this::attempt);
            requests.failHopeless(reconnects.nextAttemptAt(), end);
        } else {
            fail(decision.error());
        }
    }

    private void reportEnd(ConnectionSession ended, ClientException error) {
        if (!ended.wasUp()) {
            events.emit(new StreamEvent.ConnectFailed(connectionNumber, error, context.now()));
            return;
        }
        StreamEvent event = new StreamEvent.Disconnected(connectionNumber, error, context.now());
        subscriptions.event(event);
        events.emit(event);
    }

    // ------------------------------------------------------------------ the end

    private void fail(ClientException error) {
        closing = true;
        // Listeners of the last event look at the state, so it changes first.
        state = StreamState.FAILED;
        failPending(error, new StreamEvent.Failed(error, context.now()), true);
        finish(StreamState.FAILED, new StreamEvent.Failed(error, context.now()));
    }

    /** The owner of the loop has shut it down: ends the stream from this thread. */
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
        ConnectionSession present = session;
        if (present != null) {
            requests.failUnanswered(present.inFlight.drain(), error);
        }
        fail(error);
    }

    void close() {
        if (isClosing()) {
            return;
        }
        closing = true;
        failPending(new ClosedException("the stream was closed"), new StreamEvent.Closed(context.now()), false);
        ConnectionSession present = session;
        outbox.stop();
        heartbeats.stop();
        if (present == null) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
        } else if (present.isUp()) {
            present.close();
        } else {
            present.end(ConnectionEnd.of(Kind.LOCAL, "closed by us"));
        }
    }

    /** Fails all pending operations and ends all subscriptions. */
    private void failPending(ClientException why, StreamEvent last, boolean failed) {
        if (session != null) {
            requests.failUnanswered(session.inFlight.drain(), why);
        }
        requests.failWaiting(why);
        subscriptions.end(last, why, failed);
        connecting.fail(why);
    }

    private void finish(StreamState end, StreamEvent last) {
        reconnects.stop();
        closingConnections.abortAll();
        inbound.stop();
        gapRecoverer.stop();
        userCode.stop();
        state = end;
        events.end(last);
        rejectedDeliveries.stop();
        metrics.stopped(gauges);
        tap.close();
        disconnecting.complete();
        futures.flush();
        context.environment().release().run();
        over.countDown();
    }

    /** Waits for the end; returns false if that takes longer. Any thread but the loop. */
    boolean awaitEnd(Duration timeout) throws InterruptedException {
        return over.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
    }

    /** Why the stream has failed; null if it has not. Any thread. */
    @Nullable
    ClientException failure() {
        return state == StreamState.FAILED ? lastError : null;
    }

    /** One paragraph about the state of the stream. */
    String explain() {
        long now = context.nanoTime();
        return new Explanation(
                                state,
                                closing,
                                connectionNumber,
                                Duration.ofNanos(Math.max(0, now - attemptAt)),
                                reconnects.failures(),
                                reconnects.untilNextAttempt(),
                                reconnects.turnedAwayFor(),
                                pacer.expectedDelay(now),
                                heartbeats.degradedBy(),
                                Explanation.Counts.of(subscriptions, requests),
                                SubscriptionStatus.of(subscriptions.topics()),
                                lastError)
                        .text(context)
                + userCode.stuckCalls();
    }
}
