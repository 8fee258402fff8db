package hk.qos.client;

import hk.qos.client.internal.metrics.MicrometerHttpMetrics;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/**
 * Records measurements of clients in a Micrometer {@link MeterRegistry}. The names of the meters start with {@code qos.}:
 *
 * <pre>{@code
 * QosClient qos = QosClient.builder().apiKey(key).metrics(new QosMetrics(registry)).build();
 * }</pre>
 *
 * <table>
 * <caption>Meters of HTTP calls; each has the tag {@code operation}, the name of the client's method</caption>
 * <tr><th>Name</th><th>Kind, further tags</th><th>What</th></tr>
 * <tr><td>{@code qos.http.calls}</td><td>timer, {@code outcome}</td><td>whole calls, including waits and retries</td></tr>
 * <tr><td>{@code qos.http.attempts}</td><td>timer, {@code outcome}</td><td>single attempts, once they are sent</td></tr>
 * <tr><td>{@code qos.http.waits}</td><td>timer</td><td>waits for a turn because of rate limits</td></tr>
 * <tr><td>{@code qos.http.retries}</td><td>counter, {@code cause}</td><td>failed attempts that were retried</td></tr>
 * <tr><td>{@code qos.http.refusals}</td><td>counter, {@code reason}</td><td>calls refused before sending</td></tr>
 * <tr><td>{@code qos.http.undecodable}</td><td>counter</td><td>omitted elements of answers, which could not be decoded</td></tr>
 * </table>
 *
 * <p>{@code outcome} and {@code cause} are labels of {@link HttpOutcome}, {@code reason} is one of {@link HttpRefusal}. Meters of the stream are those of
 * {@link MicrometerStreamMetrics} with the prefix {@code qos.}.
 *
 * <p>Needs {@code io.micrometer:micrometer-core} 1.10 or newer, which is an optional dependency of this artifact. One
 * instance serves any number of clients. Thread-safe.
 */
@SuppressWarnings("exports") // Micrometer is optional, so that the module does not require it transitively
public final class QosMetrics {
    private static final String PREFIX = "qos.";

    private final HttpMetrics http;
    private final StreamMetrics stream;

    /**
     * Registers the meters in {@code registry}.
     *
     * @throws IllegalArgumentException if {@code registry} is null
     */
    public QosMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /**
     * Registers the meters in {@code registry}, each with {@code tags}.
     *
     * @throws IllegalArgumentException if an argument or a tag is null
     */
    public QosMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        this.stream = new MicrometerStreamMetrics(registry, PREFIX, tags);
        this.http = new MicrometerHttpMetrics(registry, PREFIX + "http.", Tags.of(tags));
    }

    HttpMetrics http() {
        return http;
    }

    StreamMetrics stream() {
        return stream;
    }
}
