package hk.qos.client.internal.metrics;

import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpOutcome;
import hk.qos.client.HttpRefusal;
import hk.qos.client.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The meters of HTTP calls, as {@code QosMetrics} describes them. */
public final class MicrometerHttpMetrics implements HttpMetrics {
    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;

    public MicrometerHttpMetrics(MeterRegistry registry, String prefix, Tags tags) {
        this.registry = registry;
        this.prefix = prefix;
        this.tags = tags;
    }

    @Override
    public void called(Operation operation, HttpOutcome outcome, Duration took) {
        timer("calls", "Calls, including waits and retries", operation, "outcome", outcome.label())
                .record(took);
    }

    @Override
    public void attempted(Operation operation, HttpOutcome outcome, Duration took) {
        timer("attempts", "Single attempts, once they are sent", operation, "outcome", outcome.label())
                .record(took);
    }

    @Override
    public void waiting(Operation operation, Duration wait) {
        timer("waits", "Waits for a turn because of rate limits", operation).record(wait);
    }

    @Override
    public void retried(Operation operation, HttpOutcome outcome, Duration pause) {
        counter("retries", "attempts", "Failed attempts that were retried", operation, "cause", outcome.label())
                .increment();
    }

    @Override
    public void refused(Operation operation, HttpRefusal reason) {
        counter("refusals", "calls", "Calls refused before sending", operation, "reason", reason.label())
                .increment();
    }

    @Override
    public void undecodable(Operation operation, int elements) {
        counter("undecodable", "elements", "Omitted elements of answers, which could not be decoded", operation)
                .increment(elements);
    }

    private Counter counter(String name, String unit, String description, Operation operation, String... pairs) {
        return Counter.builder(prefix + name)
                .description(description)
                .baseUnit(unit)
                .tags(tags.and("operation", operation.methodName()).and(pairs))
                .register(registry);
    }

    private Timer timer(String name, String description, Operation operation, String... pairs) {
        return Timer.builder(prefix + name)
                .description(description)
                .tags(tags.and("operation", operation.methodName()).and(pairs))
                .register(registry);
    }
}
