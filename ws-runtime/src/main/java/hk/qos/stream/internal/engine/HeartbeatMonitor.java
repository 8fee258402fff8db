package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.Deadline;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Heartbeats, and what their absence means: silence is death, an unanswered heartbeat beside data is not. */
final class HeartbeatMonitor {
    private final Context context;
    private final Runnable pump;
    private final long interval;
    private final long silence;
    private @Nullable ConnectionSession link;
    private Loop.@Nullable Timer timer;
    private long due;
    private boolean degraded;

    HeartbeatMonitor(Context context, Runnable pump) {
        this.context = context;
        this.pump = pump;
        this.interval = context.options.heartbeatInterval().toNanos();
        this.silence = interval + context.options.silenceGrace().toNanos();
    }

    void start(ConnectionSession link) {
        this.link = link;
        degraded = false;
        sent();
        watch(link, silence);
    }

    void stop() {
        link = null;
    }

    boolean isDegraded() {
        return degraded;
    }

    /** Whether a heartbeat goes before everything else now. */
    boolean isDue(long now) {
        return now - due >= 0;
    }

    /** A heartbeat of our own, to be sent now. */
    OutboundFrame beat(long now) {
        sent();
        return new Beat(context.dialect.heartbeat(), now);
    }

    /** A heartbeat goes out, whoever asked for it: the next is due an interval later. */
    void sent() {
        due = context.loop.nanoTime() + interval;
        if (timer != null) {
            timer.cancel();
        }
        timer = link == null ? null : link.after(interval, pump);
    }

    /** A heartbeat was answered. */
    void answered(long sentAt) {
        context.metrics.heartbeat(Duration.ofNanos(context.loop.nanoTime() - sentAt));
        if (degraded) {
            degraded = false;
            context.events.emit(new StreamEvent.Healthy(context.now()));
        }
    }

    /** A heartbeat was not answered in time. */
    void unanswered(long sentAt) {
        ConnectionSession present = link;
        if (present != null && present.lastInbound() - sentAt > 0) {
            degrade("heartbeats are not answered, though data flows");
        }
    }

    /** Told once, however many heartbeats fail, until one is answered or the connection ends. */
    private void degrade(String reason) {
        if (!degraded) {
            degraded = true;
            context.events.emit(new StreamEvent.Degraded(reason, context.now()));
        }
    }

    /** One timer that follows the last sign of life, rather than one set anew for each frame. */
    private void watch(ConnectionSession watched, long wait) {
        var unused = watched.judge(wait, stoodStill -> {
            long quiet = context.loop.nanoTime() - watched.lastInbound();
            if (quiet >= silence) {
                watched.end(ConnectionEnd.of(
                        Kind.DEAD_PEER,
                        "the server was silent for " + Context.text(Duration.ofNanos(quiet))
                                + Deadline.remark(stoodStill)));
            } else {
                watch(watched, silence - quiet);
            }
        });
    }

    private final class Beat extends OutboundFrame {
        private final Request<Instant> request;
        private final long sentAt;

        Beat(Request<Instant> request, long sentAt) {
            super(request);
            this.request = request;
            this.sentAt = sentAt;
        }

        @Override
        void answered(ByteBuf frame) throws MalformedFrameException {
            request.decode(frame);
            HeartbeatMonitor.this.answered(sentAt);
        }

        @Override
        void refused(String words) {
            // The server speaks, so the connection lives; what it dislikes is for the log.
            degrade("a heartbeat was refused: " + words);
        }

        @Override
        void unreadable(MalformedFrameException error) {}

        @Override
        void expired() {
            unanswered(sentAt);
        }

        @Override
        void lost(ConnectionEnd end) {}
    }
}
