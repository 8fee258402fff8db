package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catches and logs exceptions of the caller's metrics. */
public final class GuardedHttpMetrics implements HttpMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(HttpMetrics.class);

    private final HttpMetrics target;
    private final AtomicBoolean told = new AtomicBoolean();

    public GuardedHttpMetrics(HttpMetrics target) {
        this.target = target;
    }

    @Override
    public void called(String operation, String outcome, Duration took) {
        guard(() -> target.called(operation, outcome, took));
    }

    @Override
    public void attempted(String operation, String outcome, Duration took) {
        guard(() -> target.attempted(operation, outcome, took));
    }

    @Override
    public void waiting(String operation, Duration wait) {
        guard(() -> target.waiting(operation, wait));
    }

    @Override
    public void retried(String operation, String outcome, Duration pause) {
        guard(() -> target.retried(operation, outcome, pause));
    }

    @Override
    public void refused(String operation, String limit) {
        guard(() -> target.refused(operation, limit));
    }

    @Override
    public void leftOut(String operation, int elements) {
        guard(() -> target.leftOut(operation, elements));
    }

    private void guard(Runnable measurement) {
        if (target == NONE) {
            return;
        }
        try {
            measurement.run();
        } catch (RuntimeException | Error e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("HTTP metrics threw; further failures are logged at DEBUG only", e);
            } else {
                LOG.debug("HTTP metrics threw", e);
            }
        }
    }
}
