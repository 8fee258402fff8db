package hk.qos.client.internal.http;

import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpOutcome;
import hk.qos.client.HttpRefusal;
import hk.qos.client.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catches and logs exceptions of the caller's metrics. */
public final class GuardedHttpMetrics implements HttpMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(HttpMetrics.class);

    private final HttpMetrics target;
    private final ApiKey key;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param key removed from what the metrics throw */
    public GuardedHttpMetrics(HttpMetrics target, ApiKey key) {
        this.target = target;
        this.key = key;
    }

    @Override
    public void called(Operation operation, HttpOutcome outcome, Duration took) {
        guard(() -> target.called(operation, outcome, took));
    }

    @Override
    public void attempted(Operation operation, HttpOutcome outcome, Duration took) {
        guard(() -> target.attempted(operation, outcome, took));
    }

    @Override
    public void waiting(Operation operation, Duration wait) {
        guard(() -> target.waiting(operation, wait));
    }

    @Override
    public void retried(Operation operation, HttpOutcome outcome, Duration pause) {
        guard(() -> target.retried(operation, outcome, pause));
    }

    @Override
    public void refused(Operation operation, HttpRefusal reason) {
        guard(() -> target.refused(operation, reason));
    }

    @Override
    public void undecodable(Operation operation, int elements) {
        guard(() -> target.undecodable(operation, elements));
    }

    private void guard(Runnable measurement) {
        if (target == NONE) {
            return;
        }
        try {
            measurement.run();
        } catch (RuntimeException | Error e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("HTTP metrics threw; further failures are logged at DEBUG only", key.redact(e));
            } else {
                LOG.debug("HTTP metrics threw", key.redact(e));
            }
        }
    }
}
