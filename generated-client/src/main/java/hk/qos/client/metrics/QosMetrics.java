package hk.qos.client.metrics;

import hk.qos.client.HttpMetrics;
import hk.qos.client.internal.check.Checks;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/**
 * Keeps the numbers of clients in a {@link MeterRegistry}, under names that begin with {@code qos.}:
 *
 * <pre>{@code
 * QosMetrics metrics = new QosMetrics(registry);
 * QosClient qos = QosClient.builder().apiKey(key).metrics(metrics.http(), metrics.stream()).build();
 * }</pre>
 *
 * <table>
 * <caption>Meters of the HTTP interfaces; each has the tag {@code operation}, the name of the client's method</caption>
 * <tr><th>Name</th><th>Kind, further tags</th><th>What</th></tr>
 * <tr><td>{@code qos.http.calls}</td><td>timer, {@code outcome}</td><td>calls, from the request to its result: waits and
 *     repeated attempts are part of it</td></tr>
 * <tr><td>{@code qos.http.attempts}</td><td>timer, {@code outcome}</td><td>single attempts, once they are sent</td></tr>
 * <tr><td>{@code qos.http.waits}</td><td>timer</td><td>waits for a turn, since the requests of a minute are used
 *     up</td></tr>
 * <tr><td>{@code qos.http.retries}</td><td>counter, {@code cause}</td><td>failed attempts that were followed by
 *     another</td></tr>
 * <tr><td>{@code qos.http.refusals}</td><td>counter, {@code limit}</td><td>calls refused before sending: {@code rate},
 *     {@code instruments}, {@code key}</td></tr>
 * <tr><td>{@code qos.http.undecodable}</td><td>counter</td><td>elements of answers left out, since they cannot be
 *     read</td></tr>
 * </table>
 *
 * <p>{@code outcome} and {@code cause} are words of {@link HttpMetrics}. Meters of the stream are those of
 * {@link MicrometerStreamMetrics}, with {@code qos.} before their names.
 *
 * <p>Needs {@code io.micrometer:micrometer-core} 1.10 or newer, which this artifact does not bring along. One instance
 * serves any number of clients and threads.
 */
public final class QosMetrics {
    private static final String PREFIX = "qos.";

    private final HttpMetrics http;
    private final StreamMetrics stream;

    /** Keeps the numbers in {@code registry}, without further tags. */
    public QosMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /** Keeps the numbers in {@code registry}; {@code tags} are added to every meter. */
    public QosMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        Checks.required("registry", registry);
        Checks.required("tags", tags);
        this.http = new MicrometerHttpMetrics(registry, PREFIX + "http.", Tags.of(tags));
        this.stream = new MicrometerStreamMetrics(registry, PREFIX, tags);
    }

    /** What counts HTTP calls. */
    public HttpMetrics http() {
        return http;
    }

    /** What counts what streams do. */
    public StreamMetrics stream() {
        return stream;
    }
}
