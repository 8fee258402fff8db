package hk.qos.client;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.http.ApiKey;
import hk.qos.client.internal.http.CallSettings;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.KeyRates;
import hk.qos.client.internal.http.RateLimitedCalls;
import hk.qos.client.internal.http.RateRegistry;
import hk.qos.client.internal.http.SystemTimeSource;
import hk.qos.client.internal.http.TimeSource;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClosedException;
import hk.qos.error.LimitException;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.spi.Redactor;
import hk.qos.stream.spi.StreamClient;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Quotes by HTTP and stream. One client serves any number of threads; make one for each key and close it at the end.
 *
 * <pre>{@code
 * try (QosClient qos = QosClient.builder().apiKey(System.getenv("QOS_API_KEY")).build()) {
 *     List<Snapshot> quotes = qos.http().snapshots("US:AAPL", "HK:700");
 * }
 * }</pre>
 *
 * <p>What a caller does wrong is an {@link IllegalArgumentException}; everything else that goes wrong is a {@link
 * hk.qos.error.ClientException}.
 */
public final class QosClient implements AutoCloseable {
    /** How long OkHttp's own time-outs have until an attempt is given up that they did not end. */
    private static final Duration DEADLINE_MARGIN = Duration.ofSeconds(1);

    static final String STREAM_INSTRUMENTS_SETTING = "planLimits.streamInstruments";

    private final String addresses;
    private final HttpConnections connections;
    private final SystemTimeSource systemTime;
    private final RateLimitedCalls calls;
    private final Moshi moshi;
    private final QosApi api;
    private final QosHttp http;
    private final HttpRates rates;
    private final Supplier<QosStream> newStream;
    private final boolean hasKey;
    private @Nullable QosStream stream;
    private boolean closed;

    QosClient(QosClientBuilder set) {
        Endpoints to = Endpoints.of(set);
        if (hasKeyToGuard(set)) {
            to.refusePlaintext(set);
        }
        addresses = to.httpUrl() + ", " + to.wsUrl();
        hasKey = set.apiKey != null;
        StreamOptions streamOptions = StreamSettings.of(set, to);
        moshi = RetrofitSetup.moshi();
        ApiKey key = new ApiKey(
                set.apiKey, Redactor.none().withCredentialsOf(to.httpProxy().proxy()));
        connections = HttpConnections.of(
                set,
                to,
                Operations.KEY_HEADER,
                key,
                paths(to.httpUrl(), operation -> !operation.needsKey()),
                paths(to.httpUrl(), operation -> !operation.readOnly()));
        systemTime = new SystemTimeSource("qos-http-timer");
        calls = new RateLimitedCalls(settings(set, key, to.httpUrl()));
        rates = new HttpRates(calls);
        AnswerRules answers = new AnswerRules(set.strictDecoding, key::hideIn);
        api = RetrofitSetup.api(to.httpUrl(), connections.client(), moshi, answers, set.httpMetrics);
        InputRules rules = new InputRules(
                InstrumentCodes::split,
                code -> InstrumentCodes.market(code) != null,
                set.planLimits.instruments(),
                set.unknownMarkets);
        http = new QosHttp(api, calls, rules);
        InputRules streamRules = rules.withLimit(set.planLimits.streamInstruments(), STREAM_INSTRUMENTS_SETTING);
        newStream = () -> StreamQuota.ofThisProcess()
                .take(
                        streamOptions,
                        set.planLimits.streamConnections(),
                        dialect -> new QosStream(StreamClient.create(dialect, streamOptions), streamRules, answers));
    }

    private static boolean hasKeyToGuard(QosClientBuilder set) {
        return set.apiKey != null && !set.plaintextKey;
    }

    /**
     * A builder with the defaults; it needs a key.
     *
     * @throws IllegalStateException if a library on the class path is missing or too old; the message names what was
     *     found and what helps
     */
    public static QosClientBuilder builder() {
        ClassPath.require();
        return new QosClientBuilder();
    }

    /**
     * The client that the environment describes: {@code QOS_API_KEY}, and where set {@code QOS_HTTP_URL} and
     * {@code QOS_WS_URL}, of which one gives the other.
     *
     * @throws IllegalArgumentException if the key is missing, or one of them cannot be used
     * @throws IllegalStateException if a library on the class path is missing or too old
     */
    public static QosClient fromEnvironment() {
        return builder().environment(System.getenv()).build();
    }

    private CallSettings settings(QosClientBuilder set, ApiKey key, HttpUrl address) {
        TimeSource time = set.testTime == null ? systemTime : set.testTime;
        KeyRates shared = set.testTime == null
                ? RateRegistry.ofThisProcess().of(set.apiKey, address.toString())
                : KeyRates.unshared(time);
        return new CallSettings(
                key,
                RetrofitSetup.envelope(moshi),
                set.planLimits.perOperation(),
                set.ratePolicy.rules(),
                shared,
                set.rateWaits,
                set.retryPolicy.backoff(),
                connections.callTimeout().plus(DEADLINE_MARGIN),
                connections.threads(),
                time,
                set.random,
                set.httpMetrics);
    }

    /** Paths, from the root, of some operations. */
    private static Set<String> paths(HttpUrl base, Predicate<Operation> which) {
        String root = base.encodedPath().substring(0, base.encodedPath().length() - 1);
        return Operations.all().stream()
                .filter(which)
                .map(Operation::path)
                .map(path -> root + path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The HTTP interfaces: each call waits for its answer. {@link QosHttp#async()} has them as futures. */
    public QosHttp http() {
        return http;
    }

    /** How far the requests of the HTTP interfaces are used up, and what waits. */
    public HttpRates rates() {
        return rates;
    }

    /**
     * The stream, the same one until it has ended. It connects at first use, stays connected, and restores what is
     * subscribed. After {@link QosStream#close}, or after it has failed, the next call makes its successor, on which nothing
     * is subscribed and nobody listens yet.
     *
     * @throws IllegalArgumentException if the event loops that are set for it do not run NIO
     * @throws IllegalStateException if Netty on the class path is missing, too old, or of two kinds
     * @throws AuthenticationException if the client has no key
     * @throws ClosedException if the client was closed before it had a stream; later, a closed client gives the last one
     * @throws LimitException if other clients of this process have as many streams with this key at this address as
     *     {@link PlanLimits#streamConnections} allows; one that has ended, closed or failed, does not count
     */
    public synchronized QosStream stream() {
        if (!hasKey) {
            throw new AuthenticationException("the stream needs a key, and the client has none");
        }
        QosStream present = stream;
        if (present != null && (closed || !present.state().isFinal())) {
            return present;
        }
        if (closed) {
            throw new ClosedException("the client is closed");
        }
        stream = newStream.get();
        return stream;
    }

    /**
     * The HTTP interfaces as Retrofit has them: with the key, and without policies. Nothing is checked, retried or
     * unwrapped, and no rate is kept; of the body of an error the first 64 KiB are read.
     */
    public QosApi api() {
        return api;
    }

    /** JSON as this client reads and writes it: adapters for every record and enumeration of the documents. */
    public Moshi moshi() {
        return moshi;
    }

    /**
     * Ends everything: calls under way fail with {@link hk.qos.error.ClosedException}, connections close, threads of
     * this client end. Takes seconds at most. What the caller handed in is left running. Closing again does nothing.
     */
    @Override
    public void close() {
        calls.close();
        QosStream open = endOfStream();
        if (open != null) {
            open.close();
        }
        systemTime.close();
        connections.close();
    }

    private synchronized @Nullable QosStream endOfStream() {
        closed = true;
        return stream;
    }

    /** Names the addresses only. */
    @Override
    public String toString() {
        return "QosClient[" + addresses + "]";
    }
}
