package hk.qos.stream.metrics;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the numbers of streams in a {@link MeterRegistry}. One instance may serve several streams: every meter has the tag
 * {@code stream}, which is {@link StreamGauges#stream}. Times are those of Micrometer's timers. Names are those below,
 * after a prefix; by default there is none.
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
 * <tr><td>{@code stream.pacing}</td><td>timer, {@code command}</td><td>wait of frames for their turn</td></tr>
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
 *     <td>gauges</td><td>as {@link StreamGauges} says; {@code ready} is 1 or 0</td></tr>
 * </table>
 *
 * <p>When a stream ends, its gauges are removed; its counters and timers stay until 16 more streams have ended, so that
 * the numbers of its last moments can still be collected.
 *
 * <p>Needs {@code io.micrometer:micrometer-core} 1.10 or newer, which this artifact does not bring along. Safe for all
 * threads.
 */
@SuppressWarnings("exports") // Who measures with Micrometer reads its module.
public final class MicrometerStreamMetrics implements StreamMetrics {
    /** Ended streams whose numbers stay. */
    private static final int MOST_ENDED = 16;

    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;
    private final Deque<StreamMeters> ended = new ArrayDeque<>();

    /** Keeps the numbers in {@code registry}, without prefix and further tags. */
    public MicrometerStreamMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /** Keeps the numbers in {@code registry}, without prefix; {@code tags} are added to every meter. */
    public MicrometerStreamMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        this(registry, "", tags);
    }

    /**
     * Keeps the numbers in {@code registry}.
     *
     * @param prefix what every name begins with, its last dot included, such as {@code quotes.}; may be empty
     * @param tags added to every meter
     */
    public MicrometerStreamMetrics(MeterRegistry registry, String prefix, Iterable<Tag> tags) {
        this.registry = required("registry", registry);
        this.prefix = required("prefix", prefix);
        this.tags = Tags.of(required("tags", tags));
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** The numbers of one stream. This object itself counts nothing. */
    @Override
    public StreamMetrics forStream(StreamGauges stream) {
        required("stream", stream);
        return new StreamMeters(registry, prefix, tags.and("stream", stream.stream()), this::retire);
    }

    private synchronized void retire(StreamMeters meters) {
        ended.addLast(meters);
        if (ended.size() > MOST_ENDED) {
            ended.removeFirst().remove();
        }
    }
}
