package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.flight.FlightLog.Flight;
import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Deadline;
import hk.qos.stream.internal.io.Loop;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect and the connection that comes of it. Everything that dies with a connection hangs here:
 * its timers, its open frames. What comes after its end is counted and ignored.
 */
final class ConnectionSession implements ConnectionListener {

    /** Who is told. */
    interface Owner {
        void opened(ConnectionSession link);

        void received(ConnectionSession link, ByteBuf frame);

        void skipped(ConnectionSession link, String kind);

        void tooLarge(ConnectionSession link, ByteBuf beginning);

        void written(ConnectionSession link);

        void ended(ConnectionSession link, ConnectionEnd end, List<OutboundFrame> open);
    }

    final int epoch;
    final InFlightFrames open = new InFlightFrames();
    private final Context context;
    private final Owner owner;
    private final ClosingConnections partings;
    private final Set<Loop.Timer> timers = new LinkedHashSet<>();
    private @Nullable Connection connection;
    private Loop.@Nullable Timer connecting;
    private Loop.@Nullable Timer flushing;
    private Flight flight = Flight.NONE;
    private boolean up;
    private boolean over;
    private boolean leaving;
    private long lastInbound;
    private long lastInboundMillis;

    ConnectionSession(Context context, int epoch, Owner owner, ClosingConnections partings) {
        this.context = context;
        this.epoch = epoch;
        this.owner = owner;
        this.partings = partings;
    }

    void start() {
        flight = context.flights.begin(context.id, epoch);
        Duration limit = context.options.deadlines().connect();
        connecting = judge(
                limit.toNanos(),
                stoodStill -> end(ConnectionEnd.of(
                        Kind.DEADLINE, "not connected within " + Context.text(limit) + Deadline.remark(stoodStill))));
        connection = context.environment.transport().connect(this);
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

    /** Sends one frame; false if it could not even be written down, in which case it is refused already. */
    boolean send(OutboundFrame exchange, long id) {
        exchange.sent(id);
        ByteBuf frame = Unpooled.buffer(128);
        try {
            exchange.command.encode(id, frame);
        } catch (RuntimeException e) {
            frame.release();
            exchange.refused("cannot be encoded: " + e);
            return false;
        }
        context.frames.sent(epoch, frame);
        open.add(exchange);
        Duration limit = context.options.deadlines().flush();
        flushing = judge(
                limit.toNanos(),
                stoodStill -> end(ConnectionEnd.of(
                        Kind.DEAD_PEER,
                        "the server took nothing from the socket for " + Context.text(limit)
                                + Deadline.remark(stoodStill))));
        if (connection != null) {
            connection.send(frame, () -> written(exchange));
        }
        return true;
    }

    private void written(OutboundFrame exchange) {
        if (over) {
            return;
        }
        cancel(flushing);
        flushing = null;
        if (open.contains(exchange)) {
            exchange.expiry(judge(context.options.deadlines().answer().toNanos(), stoodStill -> {
                if (open.remove(exchange)) {
                    exchange.expired();
                }
            }));
        }
        owner.written(this);
    }

    /** Says goodbye and waits for the answer, but not long. */
    void leave() {
        if (over || leaving || connection == null) {
            return;
        }
        leaving = true;
        connection.close(1000);
        after(
                context.options.deadlines().closeHandshake().toNanos(),
                () -> end(ConnectionEnd.of(Kind.LOCAL, "closed by us, without an answer")));
    }

    /** Says goodbye and ends now; the socket follows when the peer answers, or soon. */
    void part(ConnectionEnd end) {
        Connection parting = connection;
        // A write that is under way could reach the server after the next connection's first frame, too close to it.
        if (over || !up || parting == null || flushing != null) {
            end(end);
            return;
        }
        partings.begin(parting);
        connection = null;
        end(end);
    }

    /** Ends it, once. */
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
        owner.ended(this, end, open.drain());
    }

    /** Runs {@code task} after {@code nanos}, unless the link ends before. */
    Loop.Timer after(long nanos, Runnable task) {
        Loop.Timer[] self = new Loop.Timer[1];
        Loop.Timer timer = context.loop.schedule(nanos, () -> {
            timers.remove(self[0]);
            if (!over) {
                task.run();
            }
        });
        self[0] = timer;
        timers.add(timer);
        return new Loop.Timer() {
            @Override
            public void cancel() {
                timers.remove(timer);
                timer.cancel();
            }
        };
    }

    /** Runs {@code verdict} after {@code nanos}, unless the link ends before; see {@link Deadline}. */
    Loop.Timer judge(long nanos, Consumer<Duration> verdict) {
        Loop.Timer[] self = new Loop.Timer[1];
        Deadline deadline = new Deadline(context.loop, nanos, stoodStill -> {
            timers.remove(self[0]);
            if (!over) {
                verdict.accept(stoodStill);
            }
        });
        self[0] = deadline;
        timers.add(deadline);
        return new Loop.Timer() {
            @Override
            public void cancel() {
                timers.remove(deadline);
                deadline.cancel();
            }
        };
    }

    @Override
    public void onBytes() {
        if (!over) {
            lastInbound = context.loop.nanoTime();
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
        if (isLate("frame")) {
            return;
        }
        touch();
        owner.received(this, frame);
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
        end(
                leaving
                        ? ConnectionEnd.of(Kind.LOCAL, "closed by us")
                        : context.secrets.hideIn(RefusalWords.in(end, context.dialect)));
    }

    private void touch() {
        lastInbound = context.loop.nanoTime();
        lastInboundMillis = context.loop.millis();
    }

    private boolean isLate(String what) {
        if (over) {
            context.metrics.orphan("old-epoch " + what);
        }
        return over;
    }

    private static void cancel(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
