package hk.qos.client.internal.metrics;

import hk.qos.client.HttpMetrics;
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
    public void called(String operation, String outcome, Duration took) {
        timer("calls", "Calls, waits and repeated attempts included", operation, "outcome", outcome)
                .record(took);
    }

    @Override
    public void attempted(String operation, String outcome, Duration took) {
        timer("attempts", "Single attempts, once they are sent", operation, "outcome", outcome)
                .record(took);
    }

    @Override
    public void waiting(String operation, Duration wait) {
        timer("waits", "Waits for a turn", operation).record(wait);
    }

    @Override
    public void retried(String operation, String outcome, Duration pause) {
        counter("retries", "attempts", "Failed attempts followed by another", operation, "cause", outcome)
                .increment();
    }

    @Override
    public void refused(String operation, String limit) {
        counter("refusals", "calls", "Calls refused before sending", operation, "limit", limit)
                .increment();
    }

    @Override
    public void leftOut(String operation, int elements) {
        counter("undecodable", "elements", "Elements of answers left out because they cannot be read", operation)
                .increment(elements);
    }

    private Counter counter(String name, String unit, String description, String operation, String... pairs) {
        return Counter.builder(prefix + name)
                .description(description)
                .baseUnit(unit)
                .tags(tags.and("operation", operation).and(pairs))
                .register(registry);
    }

    private Timer timer(String name, String description, String operation, String... pairs) {
        return Timer.builder(prefix + name)
                .description(description)
                .tags(tags.and("operation", operation).and(pairs))
                .register(registry);
    }
}
