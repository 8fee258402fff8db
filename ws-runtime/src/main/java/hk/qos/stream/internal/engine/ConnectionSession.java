package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.flight.FlightLog.Flight;
import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect and the connection that results from it, with its timers and in-flight frames, which end with it.
 * Whatever arrives after the end is counted and ignored. On the loop.
 */
final class ConnectionSession implements ConnectionListener {

    /** Receives what happens to the connection. */
    interface Owner {
        void opened(ConnectionSession session);

        void received(ConnectionSession session, ByteBuf frame);

        /** A message that is not text was skipped. */
        void skipped(ConnectionSession session, String kind);

        /** A message that exceeds the limit was skipped; {@code beginning} holds its first bytes. */
        void tooLarge(ConnectionSession session, ByteBuf beginning);

        void written(ConnectionSession session);

        /** Frames of a type that were held back may be sent. */
        void released(ConnectionSession session);

        /** Called once, last; {@code unanswered} are the frames in flight, oldest first. */
        void ended(ConnectionSession session, ConnectionEnd end, List<OutboundFrame> unanswered);
    }

    final int connectionNumber;
    final InFlightFrames inFlight;
    private final AnswerOrder order;
    private final Context context;
    private final Owner owner;
    private final ClosingConnections closingConnections;
    private final Flight flight;
    private final FrameLog frames;
    private final StreamMetrics metrics;
    private final SecretRedactor redactor;
    private final Set<Loop.Timer> timers = new LinkedHashSet<>();
    private @Nullable Connection connection;
    /** The connection that was left to close by itself. */
    private @Nullable Connection left;

    private Loop.@Nullable Timer connecting;
    private Loop.@Nullable Timer flushing;
    private boolean up;
    private boolean over;
    private boolean closing;
    private long lastInbound;
    private long lastInboundMillis;

    ConnectionSession(
            Context context,
            int connectionNumber,
            Owner owner,
            ClosingConnections closingConnections,
            AnswerOrder order,
            Flight flight,
            FrameLog frames,
            StreamMetrics metrics,
            SecretRedactor redactor) {
        this.context = context;
        this.connectionNumber = connectionNumber;
        this.owner = owner;
        this.closingConnections = closingConnections;
        this.order = order;
        this.inFlight = new InFlightFrames(order);
        this.flight = flight;
        this.frames = frames;
        this.metrics = metrics;
        this.redactor = redactor;
    }

    /** Starts to connect. */
    void start() {
        Duration limit = context.options().timeouts().connect();
        connecting = timeout(
                limit.toNanos(),
                stoodStill -> end(ConnectionEnd.of(
                        Kind.TIMEOUT, "not connected within " + Timeout.text(limit) + Timeout.remark(stoodStill))));
        connection = context.environment().transport().connect(this);
    }

    boolean isUp() {
        return up && !over;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the upgrade ever succeeded. */
    boolean wasUp() {
        return up;
    }

    /** When anything last arrived, in the loop's nanoseconds. */
    long lastInbound() {
        return lastInbound;
    }

    /** When anything last arrived, in milliseconds since the epoch. */
    long lastInboundMillis() {
        return lastInboundMillis;
    }

    /** Sends one frame; returns false, and has the frame refused, if it cannot be encoded. */
    boolean send(OutboundFrame frame, long id) {
        frame.sent(id);
        ByteBuf bytes = Unpooled.buffer(128);
        try {
            frame.command.encode(id, bytes);
        } catch (RuntimeException e) {
            bytes.release();
            frame.refused("cannot be encoded: " + e);
            return false;
        }
        frames.sent(connectionNumber, bytes);
        inFlight.add(frame);
        Duration limit = context.options().timeouts().flush();
        flushing = timeout(
                limit.toNanos(),
                stoodStill -> end(ConnectionEnd.of(
                        Kind.DEAD_PEER,
                        "the server took nothing from the socket for " + Timeout.text(limit)
                                + Timeout.remark(stoodStill))));
        if (connection != null) {
            connection.send(bytes, () -> written(frame));
        }
        return true;
    }

    private void written(OutboundFrame frame) {
        if (over) {
            return;
        }
        cancel(flushing);
        flushing = null;
        if (inFlight.contains(frame)) {
            frame.expiry(timeout(context.options().timeouts().answer().toNanos(), stoodStill -> {
                if (inFlight.remove(frame)) {
                    expired(frame);
                }
            }));
        }
        owner.written(this);
    }

    private void expired(OutboundFrame frame) {
        String type = frame.command.type();
        if (order.expired(type)) {
            var unused = after(context.options().timeouts().answer().toNanos(), () -> {
                order.settled(type);
                owner.released(this);
            });
        }
        frame.expired();
    }

    /** Sends a Close frame and ends when the peer answers, or when the time for that is over. */
    void close() {
        if (over || closing || connection == null) {
            return;
        }
        closing = true;
        connection.close(1000);
        after(
                context.options().timeouts().closeHandshake().toNanos(),
                () -> end(ConnectionEnd.of(Kind.LOCAL, "closed by us, without an answer")));
    }

    /** Ends now, so that the next connection can follow; sends a Close frame and leaves the socket to close later. */
    void replace(ConnectionEnd end) {
        // A write that is under way could reach the server too close to the first frame of the next connection.
        if (flushing == null) {
            leave(end);
        } else {
            end(end);
        }
    }

    /** Ends now; sends a Close frame, after a write that is under way, and leaves the socket to close later. */
    void leave(ConnectionEnd end) {
        Connection old = connection;
        if (isUp() && old != null) {
            left = old;
            connection = null;
            closingConnections.begin(old);
        }
        end(end);
    }

    /** Ends the session, once, and closes its socket. */
    void end(ConnectionEnd end) {
        if (over) {
            return;
        }
        over = true;
        timers.forEach(Loop.Timer::cancel);
        timers.clear();
        if (connection != null) {
            connection.abort();
        }
        flight.end(end.word(), end.detail());
        owner.ended(this, end, inFlight.drain());
    }

    /** Runs {@code task} after {@code nanos}, unless the session ends before. */
    Loop.Timer after(long nanos, Runnable task) {
        Loop.Timer[] self = new Loop.Timer[1];
        self[0] = context.loop().schedule(nanos, () -> {
            timers.remove(self[0]);
            if (!over) {
                task.run();
            }
        });
        return owned(self[0]);
    }

    /** Runs {@code missed} after {@code nanos}, unless the session ends before; see {@link Timeout}. */
    Loop.Timer timeout(long nanos, Consumer<Duration> missed) {
        Loop.Timer[] self = new Loop.Timer[1];
        self[0] = new Timeout(context.loop(), nanos, stoodStill -> {
            timers.remove(self[0]);
            if (!over) {
                missed.accept(stoodStill);
            }
        });
        return owned(self[0]);
    }

    private Loop.Timer owned(Loop.Timer timer) {
        timers.add(timer);
        return () -> {
            timers.remove(timer);
            timer.cancel();
        };
    }

    @Override
    public void onBytes() {
        if (!over) {
            touch();
        }
    }

    @Override
    public void onTooLarge(ByteBuf beginning) {
        if (isLate("frame")) {
            return;
        }
        touch();
        owner.tooLarge(this, beginning);
    }

    @Override
    public void onOpen() {
        if (isLate("open")) {
            return;
        }
        cancel(connecting);
        up = true;
        flight.established();
        touch();
        owner.opened(this);
    }

    @Override
    public void onText(ByteBuf frame) {
        if (!isLate("frame")) {
            owner.received(this, frame);
        }
    }

    @Override
    public void onBinary() {
        if (isLate("frame")) {
            return;
        }
        touch();
        owner.skipped(this, "binary");
    }

    @Override
    public void onControl() {
        if (!over) {
            touch();
        }
    }

    @Override
    public void onEnd(ConnectionEnd end) {
        if (left != null) {
            closingConnections.ended(left);
        }
        end(
                closing
                        ? ConnectionEnd.of(Kind.LOCAL, "closed by us")
                        : redactor.redact(RefusalMessage.in(end, context.dialect())));
    }

    private void touch() {
        lastInbound = context.nanoTime();
        lastInboundMillis = context.loop().millis();
    }

    private boolean isLate(String what) {
        if (over) {
            metrics.orphan("old-connectionNumber " + what);
        }
        return over;
    }

    private static void cancel(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
