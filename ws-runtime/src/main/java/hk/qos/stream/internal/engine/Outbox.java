package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is sent next, at the moment when something may be sent: a due heartbeat, then restores, cancels, new
 * subscriptions, requests and called heartbeats in their order, what gaps have cost, keys after which connections end. Nothing is queued as a frame, so
 * what was wanted and given up meanwhile costs nothing.
 */
final class Outbox {
    private final Context context;
    private final Pacer pacer;
    private final HeartbeatMonitor pulse;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private @Nullable ConnectionSession link;
    private Loop.@Nullable Timer timer;
    private long lastId;
    private long blockedSince = -1;

    Outbox(Context context, Pacer pacer, HeartbeatMonitor pulse, Subscriptions subscriptions, Requests requests) {
        this.context = context;
        this.pacer = pacer;
        this.pulse = pulse;
        this.subscriptions = subscriptions;
        this.requests = requests;
    }

    void start(ConnectionSession link) {
        this.link = link;
        pump();
    }

    /** The connection is gone: a write that was under way will never complete. */
    void stop() {
        link = null;
        pacer.completed(context.loop.nanoTime());
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    void written() {
        pacer.completed(context.loop.nanoTime());
        pump();
    }

    /** Sends what may be sent now. */
    void pump() {
        ConnectionSession to = link;
        while (to != null && to.isUp() && link == to) {
            long now = context.loop.nanoTime();
            long wait = pacer.delay(now);
            if (wait > 0) {
                sleep(now, wait);
                return;
            }
            OutboundFrame next = select(to, now);
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
            context.metrics.sent(next.command.name(), Duration.ofNanos(waited));
        } else {
            pacer.abandoned();
        }
    }

    private @Nullable OutboundFrame select(ConnectionSession to, long now) {
        OutboundFrame next = pulse.isDue(now) ? nextHeartbeat(now) : null;
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
            next = requests.next();
        }
        if (next == null) {
            next = context.recoveries.next();
        }
        return next == null ? subscriptions.nextIsolated(to) : next;
    }

    /** One that a user has called for serves as well. */
    private OutboundFrame nextHeartbeat(long now) {
        OutboundFrame called = requests.nextHeartbeat();
        return called == null ? pulse.beat(now) : called;
    }

    private void sleep(long now, long wait) {
        if (blockedSince < 0) {
            blockedSince = now;
        }
        if (timer == null && wait != Long.MAX_VALUE) {
            timer = context.loop.schedule(wait, () -> {
                timer = null;
                pump();
            });
        }
    }
}
