package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.recovery.GapRecoverer;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends one frame whenever {@link Pacer} allows it, and chooses it only then, so that what was subscribed and given up
 * meanwhile costs nothing. The order: a due heartbeat, restored subscriptions, cancels, new subscriptions, requests, gap
 * recovery, isolated keys. On the loop.
 */
final class Outbox {
    private final Context context;
    private final StreamMetrics metrics;
    private final Pacer pacer;
    private final HeartbeatMonitor heartbeats;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private final GapRecoverer gapRecoverer;
    private @Nullable ConnectionSession session;
    private Loop.@Nullable Timer timer;
    private long lastId;
    private long blockedSince = -1;

    Outbox(
            Context context,
            StreamMetrics metrics,
            Pacer pacer,
            HeartbeatMonitor heartbeats,
            Subscriptions subscriptions,
            Requests requests,
            GapRecoverer gapRecoverer) {
        this.context = context;
        this.metrics = metrics;
        this.pacer = pacer;
        this.heartbeats = heartbeats;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.gapRecoverer = gapRecoverer;
    }

    void start(ConnectionSession opened) {
        session = opened;
        pump();
    }

    /** The connection is gone: a write that was under way will never complete. */
    void stop() {
        session = null;
        pacer.completed(context.nanoTime());
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** A write has completed. */
    void written() {
        pacer.completed(context.nanoTime());
        pump();
    }

    /** Sends what may be sent now. */
    void pump() {
        ConnectionSession to = session;
        while (to != null && to.isUp() && session == to) {
            long now = context.nanoTime();
            long wait = pacer.delay(now);
            if (wait > 0) {
                sleep(now, wait);
                return;
            }
            OutboundFrame next = next(to, now);
            if (next == null) {
                blockedSince = -1;
                return;
            }
            send(to, next, blockedSince < 0 ? 0 : now - blockedSince);
        }
    }

    private void send(ConnectionSession to, OutboundFrame next, long waited) {
        blockedSince = -1;
        // Before the send, since a write may complete before the call returns.
        pacer.started();
        if (to.send(next, ++lastId)) {
            metrics.sent(next.command.name(), Duration.ofNanos(waited));
        } else {
            pacer.abandoned();
        }
    }

    private @Nullable OutboundFrame next(ConnectionSession to, long now) {
        OutboundFrame next = heartbeats.isDue(now) ? nextHeartbeat(now) : null;
        if (next == null) {
            next = subscriptions.nextRestore();
        }
        if (next == null) {
            next = subscriptions.nextCancel();
        }
        if (next == null) {
            next = subscriptions.nextSubscribe(to);
        }
        if (next == null) {
            next = requests.next(to);
        }
        if (next == null && !to.inFlight.isAnyHeld()) {
            next = nextRecovery();
        }
        return next == null ? subscriptions.nextIsolated(to) : next;
    }

    /** A heartbeat that a caller waits for, if there is one, else the engine's own. */
    private OutboundFrame nextHeartbeat(long now) {
        OutboundFrame called = requests.nextHeartbeat();
        return called == null ? heartbeats.next(now) : called;
    }

    private @Nullable OutboundFrame nextRecovery() {
        GapRecoverer.Query<?> query = gapRecoverer.next();
        return query == null ? null : new GapRecoveryFrame(query);
    }

    private void sleep(long now, long wait) {
        if (blockedSince < 0) {
            blockedSince = now;
        }
        if (timer == null && wait != Long.MAX_VALUE) {
            timer = context.loop().schedule(wait, () -> {
                timer = null;
                pump();
            });
        }
    }

    private static final class GapRecoveryFrame extends OutboundFrame {
        private final GapRecoverer.Query<?> query;

        GapRecoveryFrame(GapRecoverer.Query<?> query) {
            super(query.request());
            this.query = query;
        }

        @Override
        void answered(ByteBuf answer) throws MalformedFrameException {
            query.answered(answer);
        }

        @Override
        void refused(String serverMessage) {
            query.failed("the server refused: " + serverMessage);
        }

        @Override
        void unreadable(MalformedFrameException error) {
            query.failed("the answer cannot be read: " + error.getMessage());
        }

        @Override
        void expired() {
            query.failed("the server did not answer");
        }

        @Override
        void lost(ConnectionEnd end) {
            query.interrupted();
        }
    }
}
