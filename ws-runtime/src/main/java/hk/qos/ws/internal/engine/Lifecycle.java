package hk.qos.ws.internal.engine;

import hk.qos.ws.RequestOptions;
import hk.qos.ws.StreamEvent;
import hk.qos.ws.StreamState;
import hk.qos.ws.error.ClientException;
import hk.qos.ws.error.ClosedException;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import hk.qos.ws.internal.io.Loop;
import hk.qos.ws.spi.Channel;
import hk.qos.ws.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The states of a stream and the ways between them. On the loop, but for {@link #state}. */
final class Lifecycle implements Link.Owner, Subscriptions.Owner {
    final Subscriptions subscriptions;
    private final Context context;
    private final Pacer pacer;
    private final Pulse pulse;
    private final Requests requests;
    private final Gauges gauges;
    private final Outbox outbox;
    private final Inbound inbound;
    private final Delays delays;
    private final Verdicts verdicts;
    private final StalenessWatch staleness;
    private final Partings partings;
    private final List<CompletableFuture<Void>> waiters = new ArrayList<>();
    private volatile StreamState state = StreamState.IDLE;
    private volatile boolean closing;
    private volatile @Nullable ClientException lastError;
    private int epoch;
    private @Nullable Link link;
    private Loop.@Nullable Timer retry;
    private long attemptAt;
    private long retryAt;
    private long readySince;
    private long downSince = -1;
    private String downCause = "start";

    Lifecycle(Context context) {
        this.context = context;
        this.pacer = new Pacer(context.options.spacing());
        this.subscriptions = new Subscriptions(context, this);
        this.pulse = new Pulse(context, this::changed);
        this.requests = new Requests(context, pacer, pulse, subscriptions::framesMissing);
        this.outbox = new Outbox(context, pacer, pulse, subscriptions, requests);
        this.inbound = new Inbound(context, subscriptions);
        this.delays = new Delays(context.options.backoff(), context.environment.random());
        this.verdicts = new Verdicts(context.options.backoff());
        this.staleness = new StalenessWatch(context, subscriptions::topics);
        this.partings = new Partings(context);
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
                ? new ClosedException("the stream has failed: " + why.getMessage(), why)
                : new ClosedException("the stream is closed");
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
        Duration offline =
                state == StreamState.BACKOFF ? Duration.ofNanos(Math.max(0, retryAt - context.loop.nanoTime())) : null;
        requests.submit(request, options, heartbeat, future, offline);
        wake();
    }

    void reconnect() {
        if (link != null && !closing) {
            link.part(ConnectionEnd.of(Kind.LOCAL, "a new connection was asked for"));
        }
    }

    private void attempt() {
        state = StreamState.CONNECTING;
        retry = null;
        partings.cutAll();
        epoch++;
        attemptAt = context.loop.nanoTime();
        context.events.epoch(epoch);
        link = new Link(context, epoch, this, partings);
        link.start();
    }

    @Override
    public void opened(Link opened) {
        verdicts.connected();
        state = StreamState.RESTORING;
        long now = context.loop.nanoTime();
        context.metrics.connected(downCause, Duration.ofNanos(downSince < 0 ? 0 : now - downSince));
        downSince = -1;
        context.events.emit(new StreamEvent.Connected(epoch, context.now()));
        subscriptions.connected();
        pulse.start(opened);
        outbox.start(opened);
        staleness.start();
        checkReady();
    }

    private void checkReady() {
        if (state == StreamState.RESTORING && subscriptions.isSettled()) {
            state = StreamState.READY;
            readySince = context.loop.nanoTime();
            context.events.emit(new StreamEvent.Ready(epoch, context.now()));
            waiters.forEach(waiter -> context.complete(waiter));
            waiters.clear();
        }
    }

    @Override
    public void received(Link from, ByteBuf frame) {
        if (!closing && inbound.read(from, frame)) {
            changed();
        }
    }

    @Override
    public void skipped(Link from, String kind) {
        inbound.skipped(kind);
    }

    @Override
    public void written(Link to) {
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
    public void mute() {
        if (link != null) {
            link.end(ConnectionEnd.of(Kind.DEADLINE, "the server acknowledges nothing"));
        }
    }

    @Override
    public <T> void handleClosed(Handle<T> handle) {
        context.post(() -> {
            subscriptions.remove(handle, handle.keys());
            changed();
        });
    }

    @Override
    public void ended(Link ended, ConnectionEnd end, List<Exchange> open) {
        link = null;
        outbox.stop();
        pulse.stop();
        staleness.stop();
        long now = context.loop.nanoTime();
        if (state == StreamState.READY
                && now - readySince >= context.options.backoff().resetAfter().toNanos()) {
            delays.reset();
            verdicts.stable();
        }
        context.metrics.disconnected(end.word(), ended.wasUp());
        downCause = ended.wasUp() ? end.word() : downCause;
        if (closing) {
            finish(StreamState.CLOSED, new StreamEvent.Closed(context.now()));
            return;
        }
        downSince = downSince < 0 ? now : downSince;
        Verdicts.Verdict verdict = verdicts.judge(end, ended.wasUp());
        lastError = verdict.error();
        tellLoss(ended, verdict.error());
        if (ended.wasUp()) {
            context.recoveries.disconnected();
            subscriptions.disconnected(ended, end, open);
        }
        requests.disconnected(open, end);
        if (verdict.goOn()) {
            backOff(verdict.least());
            requests.failHopeless(retryAt, end);
        } else {
            fail(verdict.error());
        }
    }

    private void tellLoss(Link ended, ClientException error) {
        Instant now = context.now();
        if (!ended.wasUp()) {
            context.events.emit(new StreamEvent.ConnectFailed(epoch, error, now));
            return;
        }
        StreamEvent event = new StreamEvent.Disconnected(epoch, error, now);
        subscriptions.handles().forEach(handle -> handle.event(event));
        context.events.emit(event);
    }

    private void backOff(Duration least) {
        Duration wait = delays.next(least);
        state = StreamState.BACKOFF;
        retryAt = context.loop.nanoTime() + wait.toNanos();
        retry = context.loop.schedule(wait.toNanos(), this::attempt);
        context.events.emit(new StreamEvent.BackingOff(delays.failures(), wait, context.now()));
    }

    private void fail(ClientException error) {
        closing = true;
        // Before anyone hears of it: who is told looks at the state.
        state = StreamState.FAILED;
        settle(error, new StreamEvent.Failed(error, context.now()), true);
        finish(StreamState.FAILED, new StreamEvent.Failed(error, context.now()));
    }

    void close() {
        if (isClosing()) {
            return;
        }
        closing = true;
        settle(new ClosedException("the stream was closed"), new StreamEvent.Closed(context.now()), false);
        Link present = link;
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
        if (retry != null) {
            retry.cancel();
        }
        partings.cutAll();
        inbound.stop();
        context.recoveries.stop();
        state = end;
        context.events.end(last);
        context.metrics.stopped(gauges);
        context.tap.close();
        context.environment.release().run();
    }

    /** One paragraph about where things stand. */
    String explain() {
        long now = context.loop.nanoTime();
        long untilFrame = pacer.delay(now);
        return new Explanation(
                        state,
                        closing,
                        epoch,
                        Duration.ofNanos(Math.max(0, now - attemptAt)),
                        delays.failures(),
                        Duration.ofNanos(Math.max(0, retryAt - now)),
                        Duration.ofNanos(untilFrame == Long.MAX_VALUE ? pacer.gap() : untilFrame),
                        pulse.isDegraded(),
                        new Explanation.Counts(
                                subscriptions.budget().size(),
                                subscriptions.open(),
                                requests.inFlight(),
                                requests.waiting()),
                        subscriptions.someOpen(3),
                        lastError)
                .text(context);
    }
}
