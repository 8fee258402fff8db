package hk.qos.client;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.ApiKey;
import hk.qos.client.internal.http.CallSettings;
import hk.qos.client.internal.http.GuardedHttpMetrics;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.KeyRates;
import hk.qos.client.internal.http.MissingApiKey;
import hk.qos.client.internal.http.RateLimitedCalls;
import hk.qos.client.internal.http.RateRegistry;
import hk.qos.client.internal.http.RequestSizes;
import hk.qos.client.internal.http.SystemTimeSource;
import hk.qos.client.internal.http.TimeSource;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.split.Splitter;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClosedException;
import hk.qos.error.LimitException;
import hk.qos.stream.spi.Redactor;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Quotes by HTTP and WebSocket. Thread-safe. Use one client for each API key, and close it when it is no longer needed.
 *
 * <pre>{@code
 * try (QosClient qos = QosClient.builder().apiKey(System.getenv("QOS_API_KEY")).build()) {
 *     List<Snapshot> quotes = qos.http().snapshots("US:AAPL", "HK:700");
 * }
 * }</pre>
 *
 * <p>Methods throw {@link IllegalArgumentException} for invalid arguments, and {@link hk.qos.error.ClientException} for all
 * other failures.
 */
public final class QosClient implements AutoCloseable {
    /** The time after OkHttp's timeout of an attempt at which an attempt that has not ended fails. */
    private static final Duration ATTEMPT_MARGIN = Duration.ofSeconds(1);

    static final String STREAM_INSTRUMENTS_SETTING = "PlanLimits.withStreamInstruments";

    private final String addresses;
    private final HttpConnections connections;
    private final SystemTimeSource systemTime;
    private final RateLimitedCalls calls;
    private final Moshi moshi;
    private final QosApi api;
    private final QosHttp http;
    private final Instruments instruments;
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
        StreamSetup streamOptions = StreamSettings.of(set, to);
        moshi = RetrofitSetup.moshi();
        ApiKey key = new ApiKey(
                set.apiKey, Redactor.none().withCredentialsOf(to.httpProxy().proxy()));
        connections = HttpConnections.of(
                set,
                to,
                HttpOperations.KEY_HEADER,
                key,
                paths(to.httpUrl(), operation -> !operation.needsApiKey()),
                paths(to.httpUrl(), operation -> !operation.isReadOnly()));
        systemTime = new SystemTimeSource("qos-http-timer");
        calls = new RateLimitedCalls(settings(set, key, to.httpUrl()));
        rates = new HttpRates(calls);
        AnswerRules answers = new AnswerRules(set.strictDecoding, key::redact);
        GuardedHttpMetrics metrics = new GuardedHttpMetrics(set.httpMetrics, key);
        api = RetrofitSetup.api(to.httpUrl(), connections.client(), moshi, answers, metrics);
        InputRules rules = new InputRules(
                        CodeSpelling::split,
                        code -> InstrumentCodes.market(code) != null,
                        set.splits ? Integer.MAX_VALUE : set.planLimits.instruments(),
                        set.unknownMarkets)
                .withItems(set.planLimits.barsPerRequest());
        http = new QosHttp(api, calls, rules, sizes(set));
        instruments = new Instruments(http);
        int streamed = set.planLimits.streamInstruments();
        InputRules streamRules =
                rules.withInstruments(streamed, set.splits ? Integer.MAX_VALUE : streamed, STREAM_INSTRUMENTS_SETTING);
        Splitter splitter = set.splits ? new Splitter(streamed) : Splitter.NONE;
        newStream = () -> StreamQuota.ofThisProcess()
                .take(
                        streamOptions,
                        set.planLimits.streamConnections(),
                        place -> new QosStream(
                                StreamClient.create(place, streamOptions), streamRules, answers, splitter, place));
    }

    private static RequestSizes sizes(QosClientBuilder set) {
        int bars = set.planLimits.barsPerRequest();
        return new RequestSizes(set.planLimits::instruments, bars, set.splits);
    }

    private static boolean hasKeyToGuard(QosClientBuilder set) {
        return set.apiKey != null && !set.plaintextKey;
    }

    /**
     * Returns a builder with the defaults. It needs an API key.
     *
     * @throws IllegalStateException if a library on the class path is missing or too old; the message names what was
     *     found and how to fix it
     */
    public static QosClientBuilder builder() {
        ClassPath.require();
        return new QosClientBuilder();
    }

    /**
     * Returns a client configured by the environment: the API key is {@code QOS_API_KEY}. {@code QOS_HTTP_URL} and
     * {@code QOS_WS_URL} are optional; if one is set, the other is derived from it.
     *
     * @throws AuthenticationException if {@code QOS_API_KEY} is missing
     * @throws IllegalArgumentException if a variable is invalid
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
                connections.timeouts(),
                connections.timeouts().attempt().plus(ATTEMPT_MARGIN),
                set.httpTimeouts == null ? null : set.httpTimeouts.call(),
                connections.threads(),
                connections::isWarm,
                time,
                set.random,
                set.httpMetrics);
    }

    /** Returns the absolute paths of some operations. */
    private static Set<String> paths(HttpUrl base, Predicate<Operation> which) {
        String root = base.encodedPath().substring(0, base.encodedPath().length() - 1);
        return Arrays.stream(Operation.values())
                .filter(which)
                .map(Operation::path)
                .map(path -> root + path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the HTTP operations as blocking calls. {@link QosHttp#async()} returns futures. */
    public QosHttp http() {
        return http;
    }

    /** Returns instrument information that is requested once and kept, such as names to show beside quotes. */
    public Instruments instruments() {
        return instruments;
    }

    /** Returns the current usage of the HTTP rate limits. */
    public HttpRates rates() {
        return rates;
    }

    /**
     * Returns the stream, which connects on first use, reconnects, and restores subscriptions. It is always the same
     * one until it is closed or has failed. The next call then returns a new stream without subscriptions and listeners:
     * subscribe again.
     *
     * @throws IllegalArgumentException if event loops set for the stream do not run NIO
     * @throws IllegalStateException if Netty on the class path is missing, too old, or in two versions
     * @throws AuthenticationException if the client has no API key
     * @throws ClosedException if the client was closed before its first stream; after that, a closed client returns its
     *     last stream
     * @throws LimitException if other clients of this process have as many open streams with this API key and address
     *     as {@link PlanLimits#streamConnections} allows
     */
    public synchronized QosStream stream() {
        if (!hasKey) {
            throw MissingApiKey.exception();
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
     * Returns the raw Retrofit interface. Its calls carry the API key, but arguments are not checked, rates not
     * limited, failures not retried and envelopes not unwrapped. Of an error body the first 64 KiB are read.
     */
    public QosApi api() {
        return api;
    }

    /** Returns a Moshi with adapters of every record and enumeration of the documents. */
    public Moshi moshi() {
        return moshi;
    }

    /**
     * Fails pending calls with {@link hk.qos.error.ClosedException}, closes the stream and idle connections, and ends
     * the threads of this client. Takes a few seconds at most. Resources of the caller, such as an {@code
     * OkHttpClient}, stay open. Idempotent.
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
