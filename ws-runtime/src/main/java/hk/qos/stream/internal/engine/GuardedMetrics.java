package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the user's metrics, and logs what they throw. */
final class GuardedMetrics implements StreamMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedMetrics.class);

    private StreamMetrics target;
    private final Supplier<String> prefix;
    private final UnaryOperator<Throwable> redactor;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param prefix starts each log line: names the stream and its connection
     * @param redactor removes secrets from what the metrics throw
     */
    GuardedMetrics(StreamMetrics target, Supplier<String> prefix, UnaryOperator<Throwable> redactor) {
        this.target = target;
        this.prefix = prefix;
        this.redactor = redactor;
    }

    private void logFailure(Throwable failure) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} StreamMetrics threw; further failures are logged at DEBUG",
                    prefix.get(),
                    redactor.apply(failure));
        } else {
            LOG.debug("{} StreamMetrics threw", prefix.get(), redactor.apply(failure));
        }
    }

    @Override
    public void started(StreamGauges gauges) {
        try {
            StreamMetrics own = target.forStream(gauges);
            // A mock or a proxy may return null.
            target = own == null ? target : own;
            target.started(gauges);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void stopped(StreamGauges gauges) {
        try {
            target.stopped(gauges);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void connected(String after, Duration downtime) {
        try {
            target.connected(after, downtime);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void disconnected(String cause, boolean wasUp) {
        try {
            target.disconnected(cause, wasUp);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void heartbeat(Duration roundTrip) {
        try {
            target.heartbeat(roundTrip);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void sent(String command, Duration wait) {
        try {
            target.sent(command, wait);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void push(String channel) {
        try {
            target.push(channel);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void conflated(String channel) {
        try {
            target.conflated(channel);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void overflowed(String channel, long count) {
        try {
            target.overflowed(channel, count);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void deliveryRefused(String channel) {
        try {
            target.deliveryRefused(channel);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void orphan(String kind) {
        try {
            target.orphan(kind);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void undecodable(String kind) {
        try {
            target.undecodable(kind);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    @Override
    public void callback(String channel, Duration took, boolean failed) {
        try {
            target.callback(channel, took, failed);
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }
}
