package hk.qos.ws.metrics;

import hk.qos.ws.StreamGauges;
import hk.qos.ws.StreamMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a stream's numbers in a {@link MeterRegistry}. One instance may serve several streams: they share counters and
 * timers, and have gauges of their own, told apart by the tag {@code stream}. Times are those of Micrometer's timers.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>Name</th><th>Kind, tags</th><th>What</th></tr>
 * <tr><td>{@code stream.connects}</td><td>counter, {@code after}</td><td>connections that came up, by what ended the
 *     one before; {@code start} for a stream's first</td></tr>
 * <tr><td>{@code stream.reconnects}</td><td>counter, {@code cause}</td><td>those of them that were not the first</td></tr>
 * <tr><td>{@code stream.downtime}</td><td>timer, {@code cause}</td><td>from the loss of a connection to the next</td></tr>
 * <tr><td>{@code stream.disconnects}</td><td>counter, {@code cause}, {@code established}</td><td>connections lost, and
 *     attempts that failed</td></tr>
 * <tr><td>{@code stream.heartbeat}</td><td>timer</td><td>round trip of heartbeats</td></tr>
 * <tr><td>{@code stream.pacing}</td><td>timer, {@code type}</td><td>wait of frames for their turn</td></tr>
 * <tr><td>{@code stream.pushes}</td><td>counter, {@code channel}</td><td>pushes that arrived</td></tr>
 * <tr><td>{@code stream.conflated}</td><td>counter, {@code channel}</td><td>pushes replaced by newer ones while they
 *     waited</td></tr>
 * <tr><td>{@code stream.overflowed}</td><td>counter, {@code channel}</td><td>items dropped</td></tr>
 * <tr><td>{@code stream.refused}</td><td>counter, {@code channel}</td><td>turns that the executor of deliveries
 *     refused</td></tr>
 * <tr><td>{@code stream.orphans}</td><td>counter, {@code kind}</td><td>messages that nobody waits for</td></tr>
 * <tr><td>{@code stream.undecodable}</td><td>counter, {@code kind}</td><td>messages skipped</td></tr>
 * <tr><td>{@code stream.callback}</td><td>timer, {@code channel}, {@code outcome}</td><td>time that listeners took;
 *     {@code ok} or {@code failed}</td></tr>
 * <tr><td>{@code stream.keys}, {@code stream.ready}, {@code stream.requests.waiting},
 *     {@code stream.requests.in.flight}, {@code stream.queue.items}, {@code stream.queue.bytes}</td>
 *     <td>gauges, {@code stream}</td><td>as {@link StreamGauges} says; {@code ready} is 1 or 0</td></tr>
 * </table>
 *
 * <p>Needs {@code io.micrometer:micrometer-core}, which this artifact does not bring along. Safe for all threads.
 */
public final class MicrometerStreamMetrics implements StreamMetrics {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<StreamGauges, List<Meter>> gauges = new ConcurrentHashMap<>();

    /** Keeps the numbers in {@code registry}, without further tags. */
    public MicrometerStreamMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /** Keeps the numbers in {@code registry}; {@code tags} are added to every meter. */
    public MicrometerStreamMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        this.registry = required("registry", registry);
        this.tags = Tags.of(required("tags", tags));
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    @Override
    public void started(StreamGauges stream) {
        gauges.put(
                stream,
                List.of(
                        gauge("stream.keys", stream, StreamGauges::keys),
                        gauge("stream.ready", stream, each -> each.state() == hk.qos.ws.StreamState.READY ? 1 : 0),
                        gauge("stream.requests.waiting", stream, StreamGauges::requestsWaiting),
                        gauge("stream.requests.in.flight", stream, StreamGauges::requestsInFlight),
                        gauge("stream.queue.items", stream, StreamGauges::itemsWaiting),
                        gauge("stream.queue.bytes", stream, StreamGauges::bytesWaiting)));
    }

    @Override
    public void stopped(StreamGauges stream) {
        List<Meter> meters = gauges.remove(stream);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    private Meter gauge(String name, StreamGauges stream, ToDoubleFunction<StreamGauges> value) {
        return Gauge.builder(name, stream, value)
                .tags(tags.and("stream", stream.stream()))
                .register(registry);
    }

    @Override
    public void connected(String after, Duration downtime) {
        counter("stream.connects", "after", after).increment();
        if (!after.equals("start")) {
            counter("stream.reconnects", "cause", after).increment();
            timer("stream.downtime", "cause", after).record(downtime);
        }
    }

    @Override
    public void disconnected(String cause, boolean wasUp) {
        counter("stream.disconnects", "cause", cause, "established", Boolean.toString(wasUp))
                .increment();
    }

    @Override
    public void heartbeat(Duration roundTrip) {
        timer("stream.heartbeat").record(roundTrip);
    }

    @Override
    public void sent(String type, Duration wait) {
        timer("stream.pacing", "type", type).record(wait);
    }

    @Override
    public void push(String channel) {
        counter("stream.pushes", "channel", channel).increment();
    }

    @Override
    public void conflated(String channel) {
        counter("stream.conflated", "channel", channel).increment();
    }

    @Override
    public void overflowed(String channel, long count) {
        counter("stream.overflowed", "channel", channel).increment((double) count);
    }

    @Override
    public void deliveryRefused(String channel) {
        counter("stream.refused", "channel", channel).increment();
    }

    @Override
    public void orphan(String kind) {
        counter("stream.orphans", "kind", kind).increment();
    }

    @Override
    public void undecodable(String kind) {
        counter("stream.undecodable", "kind", kind).increment();
    }

    @Override
    public void callback(String channel, Duration took, boolean failed) {
        timer("stream.callback", "channel", channel, "outcome", failed ? "failed" : "ok")
                .record(took);
    }

    /** The registry would look it up by all its tags each time, which is much for every push. */
    private Counter counter(String name, String... pairs) {
        return counters.computeIfAbsent(
                name + '\n' + String.join("\n", pairs), key -> registry.counter(name, tags.and(pairs)));
    }

    private Timer timer(String name, String... pairs) {
        return timers.computeIfAbsent(
                name + '\n' + String.join("\n", pairs), key -> registry.timer(name, tags.and(pairs)));
    }
}
