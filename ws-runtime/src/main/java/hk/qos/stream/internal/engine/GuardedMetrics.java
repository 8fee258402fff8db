package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a user's metrics throw away from the engine. */
final class GuardedMetrics implements StreamMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedMetrics.class);

    private StreamMetrics target;
    private final Supplier<String> place;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param place names the stream and its connection */
    GuardedMetrics(StreamMetrics target, Supplier<String> place) {
        this.target = target;
        this.place = place;
    }

    private void swallowed(Throwable failure) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("{} metrics threw, as they may again, which only the level DEBUG tells", place.get(), failure);
        } else {
            LOG.debug("{} metrics threw", place.get(), failure);
        }
    }

    @Override
    public void started(StreamGauges gauges) {
        try {
            StreamMetrics own = target.forStream(gauges);
            // A mock or a proxy of the caller's may give none.
            target = own == null ? target : own;
            target.started(gauges);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void stopped(StreamGauges gauges) {
        try {
            target.stopped(gauges);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void connected(String after, Duration downtime) {
        try {
            target.connected(after, downtime);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void disconnected(String cause, boolean wasUp) {
        try {
            target.disconnected(cause, wasUp);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void heartbeat(Duration roundTrip) {
        try {
            target.heartbeat(roundTrip);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void sent(String command, Duration wait) {
        try {
            target.sent(command, wait);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void push(String channel) {
        try {
            target.push(channel);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void conflated(String channel) {
        try {
            target.conflated(channel);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void overflowed(String channel, long count) {
        try {
            target.overflowed(channel, count);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void deliveryRefused(String channel) {
        try {
            target.deliveryRefused(channel);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void orphan(String kind) {
        try {
            target.orphan(kind);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void undecodable(String kind) {
        try {
            target.undecodable(kind);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }

    @Override
    public void callback(String channel, Duration took, boolean failed) {
        try {
            target.callback(channel, took, failed);
        } catch (RuntimeException | Error e) {
            swallowed(e);
        }
    }
}
