package hk.qos.stream.metrics;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.check.Checks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Records the metrics of streams in a {@link MeterRegistry}. One instance may serve several streams: every meter has the tag
 * {@code stream}, which is {@link StreamGauges#stream}. Meters have the names below after a prefix, by default none.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>Name</th><th>Kind, tags</th><th>What</th></tr>
 * <tr><td>{@code stream.connects}</td><td>counter, {@code after}</td><td>connections made, by the cause of the
 *     previous disconnect; {@code start} for a stream's first</td></tr>
 * <tr><td>{@code stream.reconnects}</td><td>counter, {@code cause}</td><td>connections made, except the first</td></tr>
 * <tr><td>{@code stream.downtime}</td><td>timer, {@code cause}</td><td>from the loss of a connection to the next</td></tr>
 * <tr><td>{@code stream.disconnects}</td><td>counter, {@code cause}, {@code established}</td><td>lost connections and
 *     failed attempts</td></tr>
 * <tr><td>{@code stream.heartbeat}</td><td>timer</td><td>round trip of heartbeats</td></tr>
 * <tr><td>{@code stream.pacing}</td><td>timer, {@code command}</td><td>delay of frames by their spacing</td></tr>
 * <tr><td>{@code stream.pushes}</td><td>counter, {@code channel}</td><td>pushes received</td></tr>
 * <tr><td>{@code stream.conflated}</td><td>counter, {@code channel}</td><td>pushes replaced by newer ones in a
 *     queue</td></tr>
 * <tr><td>{@code stream.overflowed}</td><td>counter, {@code channel}</td><td>items dropped</td></tr>
 * <tr><td>{@code stream.refused}</td><td>counter, {@code channel}</td><td>tasks that the delivery executor
 *     rejected</td></tr>
 * <tr><td>{@code stream.orphans}</td><td>counter, {@code kind}</td><td>messages without a recipient</td></tr>
 * <tr><td>{@code stream.undecodable}</td><td>counter, {@code kind}</td><td>messages skipped</td></tr>
 * <tr><td>{@code stream.callback}</td><td>timer, {@code channel}, {@code outcome}</td><td>duration of listener calls;
 *     {@code ok} or {@code failed}</td></tr>
 * <tr><td>{@code stream.keys}, {@code stream.ready}, {@code stream.requests.waiting},
 *     {@code stream.requests.in.flight}, {@code stream.queue.items}, {@code stream.queue.bytes}</td>
 *     <td>gauges</td><td>as {@link StreamGauges} says; {@code ready} is 1 or 0</td></tr>
 * </table>
 *
 * <p>The gauges of a stream are removed when it ends. Its counters and timers stay until 16 more streams have ended, so that
 * they can still be collected.
 *
 * <p>Requires {@code io.micrometer:micrometer-core} 1.10 or newer, an optional dependency of this artifact. Thread-safe.
 */
@SuppressWarnings("exports") // Users of this class read Micrometer's module.
public final class MicrometerStreamMetrics implements StreamMetrics {
    /** The number of ended streams whose meters stay. */
    private static final int MAX_ENDED = 16;

    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;
    private final Deque<StreamMeters> ended = new ArrayDeque<>();

    /** Records in {@code registry}, without prefix and additional tags. */
    public MicrometerStreamMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /** Records in {@code registry}, without prefix; every meter has {@code tags} in addition. */
    public MicrometerStreamMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        this(registry, "", tags);
    }

    /**
     * Records in {@code registry}.
     *
     * @param prefix the start of every name, including a final dot, such as {@code quotes.}; may be empty
     * @param tags additional tags of every meter
     * @throws IllegalArgumentException if an argument or a tag is null
     */
    public MicrometerStreamMetrics(MeterRegistry registry, String prefix, Iterable<Tag> tags) {
        this.registry = Checks.required("registry", registry);
        this.prefix = Checks.required("prefix", prefix);
        List<Tag> given = new ArrayList<>();
        Checks.required("tags", tags).forEach(given::add);
        this.tags = Tags.of(Checks.items("tags", given));
    }

    /** The metrics of one stream. This object itself records nothing. */
    @Override
    public StreamMetrics forStream(StreamGauges stream) {
        Checks.required("stream", stream);
        return new StreamMeters(registry, prefix, tags.and("stream", stream.stream()), this::retire);
    }

    private synchronized void retire(StreamMeters meters) {
        ended.addLast(meters);
        if (ended.size() > MAX_ENDED) {
            ended.removeFirst().remove();
        }
    }
}
