package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schedules heartbeats, ends a connection on which nothing arrives, and reports {@link StreamEvent.Degraded} if heartbeats
 * are refused, or not answered while data arrives. On the loop.
 */
final class HeartbeatMonitor {
    private final Context context;
    private final StreamMetrics metrics;
    private final Events events;
    private final Runnable pump;
    private final long interval;
    private final long silence;
    private @Nullable ConnectionSession session;
    private Loop.@Nullable Timer timer;
    private long due;
    private @Nullable String degradedBy;

    /** @param pump sends what is due */
    HeartbeatMonitor(Context context, StreamMetrics metrics, Events events, Runnable pump) {
        this.context = context;
        this.metrics = metrics;
        this.events = events;
        this.pump = pump;
        this.interval = context.options().heartbeatInterval().toNanos();
        this.silence = interval + context.options().heartbeatTimeout().toNanos();
    }

    void start(ConnectionSession opened) {
        session = opened;
        degradedBy = null;
        sent();
        watch(opened, silence);
    }

    void stop() {
        session = null;
    }

    /** Why the stream is degraded; {@code null} if it is not. */
    @Nullable
    String degradedBy() {
        return degradedBy;
    }

    /** Whether a heartbeat must be sent before everything else now. */
    boolean isDue(long now) {
        return now - due >= 0;
    }

    /** A heartbeat of the engine, to be sent now. */
    OutboundFrame next(long now) {
        sent();
        return new HeartbeatFrame(context.dialect().heartbeat(), now);
    }

    /** A heartbeat is being sent, by the engine or the user: the next is due after the interval. */
    void sent() {
        due = context.nanoTime() + interval;
        if (timer != null) {
            timer.cancel();
        }
        timer = session == null ? null : session.after(interval, pump);
    }

    /** A heartbeat was answered. */
    void answered(long sentAt) {
        metrics.heartbeat(Duration.ofNanos(context.nanoTime() - sentAt));
        if (degradedBy != null) {
            degradedBy = null;
            events.emit(new StreamEvent.Healthy(context.now()));
        }
    }

    /** A heartbeat was not answered in time. */
    void unanswered(long sentAt) {
        ConnectionSession present = session;
        if (present != null && present.lastInbound() - sentAt > 0) {
            degrade("heartbeats are not answered, though data flows");
        }
    }

    /** Reports one event, however many heartbeats fail, until one is answered or the connection ends. */
    private void degrade(String reason) {
        boolean first = degradedBy == null;
        degradedBy = reason;
        if (first) {
            events.emit(new StreamEvent.Degraded(reason, context.now()));
        }
    }

    /** Uses one timer that follows the last arrival, instead of one timer for each frame. */
    private void watch(ConnectionSession watched, long wait) {
        var unused = watched.timeout(wait, stoodStill -> {
            long quiet = context.nanoTime() - watched.lastInbound();
            if (quiet >= silence) {
                watched.end(ConnectionEnd.of(
                        Kind.DEAD_PEER,
                        "the server was silent for " + Timeout.text(Duration.ofNanos(quiet))
                                + Timeout.remark(stoodStill)));
            } else {
                watch(watched, silence - quiet);
            }
        });
    }

    private final class HeartbeatFrame extends OutboundFrame {
        private final Request<Instant> request;
        private final long sentAt;

        HeartbeatFrame(Request<Instant> request, long sentAt) {
            super(request);
            this.request = request;
            this.sentAt = sentAt;
        }

        @Override
        void answered(ByteBuf answer) throws MalformedFrameException {
            request.decode(answer);
            HeartbeatMonitor.this.answered(sentAt);
        }

        /** The connection is alive, since the server answers. */
        @Override
        void refused(String serverMessage) {
            degrade("a heartbeat was refused: " + serverMessage);
        }

        @Override
        void unreadable(MalformedFrameException error) {
            degrade("the answer to a heartbeat cannot be read: " + error.getMessage());
        }

        @Override
        void expired() {
            unanswered(sentAt);
        }

        @Override
        void lost(ConnectionEnd end) {}
    }
}
