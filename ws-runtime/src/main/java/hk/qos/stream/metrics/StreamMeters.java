package hk.qos.stream.metrics;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The meters of one stream. */
final class StreamMeters implements StreamMetrics {
    private static final String CONNECTIONS = "connections";
    private static final String MESSAGES = "messages";
    private static final String REQUESTS = "requests";

    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;
    private final Consumer<StreamMeters> onEnd;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final List<Meter> gauges = new ArrayList<>();

    /** @param onEnd called when the stream has ended */
    StreamMeters(MeterRegistry registry, String prefix, Tags tags, Consumer<StreamMeters> onEnd) {
        this.registry = registry;
        this.prefix = prefix;
        this.tags = tags;
        this.onEnd = onEnd;
    }

    @Override
    public synchronized void started(StreamGauges stream) {
        gauge(stream, "keys", "keys", "Distinct wanted keys", StreamGauges::keys);
        gauge(stream, "ready", null, "1 if the stream is ready, else 0", StreamMeters::ready);
        gauge(stream, "requests.waiting", REQUESTS, "Requests waiting to be sent", StreamGauges::requestsWaiting);
        gauge(stream, "requests.in.flight", REQUESTS, "Requests sent, not answered", StreamGauges::requestsInFlight);
        gauge(stream, "queue.items", "items", "Data and events waiting for listeners", StreamGauges::itemsWaiting);
        gauge(stream, "queue.bytes", "bytes", "Data waiting for listeners, as received", StreamGauges::bytesWaiting);
    }

    private static double ready(StreamGauges stream) {
        return stream.state() == StreamState.READY ? 1 : 0;
    }

    @Override
    public synchronized void stopped(StreamGauges stream) {
        gauges.forEach(registry::remove);
        gauges.clear();
        onEnd.accept(this);
    }

    /** Removes counters and timers from the registry. */
    void remove() {
        counters.values().forEach(registry::remove);
        timers.values().forEach(registry::remove);
    }

    private void gauge(
            StreamGauges stream,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<StreamGauges> value) {
        gauges.add(Gauge.builder(full(name), stream, value)
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry));
    }

    @Override
    public void connected(String after, Duration downtime) {
        counter("connects", CONNECTIONS, "Connections made", "after", after).increment();
        if (!after.equals("start")) {
            counter("reconnects", CONNECTIONS, "Connections that replaced a lost one", "cause", after)
                    .increment();
            timer("downtime", "From the loss of a connection to the next", "cause", after)
                    .record(downtime);
        }
    }

    @Override
    public void disconnected(String cause, boolean wasUp) {
        counter(
                        "disconnects",
                        CONNECTIONS,
                        "Lost connections and failed attempts",
                        "cause",
                        cause,
                        "established",
                        Boolean.toString(wasUp))
                .increment();
    }

    @Override
    public void heartbeat(Duration roundTrip) {
        timer("heartbeat", "Round trip of heartbeats").record(roundTrip);
    }

    @Override
    public void sent(String command, Duration wait) {
        timer("pacing", "Delay of frames by their spacing", "command", command).record(wait);
    }

    @Override
    public void push(String channel) {
        counter("pushes", MESSAGES, "Pushes received", "channel", channel).increment();
    }

    @Override
    public void conflated(String channel) {
        counter("conflated", MESSAGES, "Pushes replaced by newer ones in a queue", "channel", channel)
                .increment();
    }

    @Override
    public void overflowed(String channel, long count) {
        counter("overflowed", "items", "Items dropped because a listener is too slow", "channel", channel)
                .increment((double) count);
    }

    @Override
    public void deliveryRefused(String channel) {
        counter("refused", "turns", "Tasks that the delivery executor rejected", "channel", channel)
                .increment();
    }

    @Override
    public void orphan(String kind) {
        counter("orphans", MESSAGES, "Messages without a recipient", "kind", kind)
                .increment();
    }

    @Override
    public void undecodable(String kind) {
        counter("undecodable", MESSAGES, "Messages skipped because they cannot be read", "kind", kind)
                .increment();
    }

    @Override
    public void callback(String channel, Duration took, boolean failed) {
        timer("callback", "Duration of listener calls", "channel", channel, "outcome", failed ? "failed" : "ok")
                .record(took);
    }

    private String full(String name) {
        return prefix + "stream." + name;
    }

    /** Caches meters, since a lookup in the registry by all tags is expensive for every push. */
    private Counter counter(String name, String unit, String description, String... pairs) {
        return counters.computeIfAbsent(
                name + '\n' + String.join("\n", pairs),
                key -> Counter.builder(full(name))
                        .description(description)
                        .baseUnit(unit)
                        .tags(tags.and(pairs))
                        .register(registry));
    }

    private Timer timer(String name, String description, String... pairs) {
        return timers.computeIfAbsent(
                name + '\n' + String.join("\n", pairs),
                key -> Timer.builder(full(name))
                        .description(description)
                        .tags(tags.and(pairs))
                        .register(registry));
    }
}
