package hk.qos.client;

import hk.qos.client.internal.http.CallLimits;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.request.HttpPages;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Registration;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan. The client keeps them by delaying or refusing calls before anything is sent. Each number must
 * be at least 1, otherwise the method throws {@link IllegalArgumentException}. Immutable.
 */
public final class PlanLimits {
    private static final Duration MAX_SPACING = Duration.ofMinutes(1);

    private static final PlanLimits DEFAULTS = new PlanLimits(
            HttpOperations.INSTRUMENTS,
            HttpOperations.REQUESTS_PER_MINUTE,
            Map.of(),
            Map.of(),
            StreamOperations.INSTRUMENTS == HttpOperations.INSTRUMENTS ? null : StreamOperations.INSTRUMENTS,
            StreamOperations.CONNECTIONS,
            StreamOperations.SPACING.plusMillis(100),
            HttpPages.HISTORY_KLINES.most());

    private final int instruments;
    private final int requestsPerMinute;
    private final Map<Operation, Integer> instrumentsOf;
    private final Map<Operation, Integer> requestsOf;
    private final @Nullable Integer streamInstruments;
    private final int streamConnections;
    private final Duration spacing;
    private final int barsPerRequest;

    private PlanLimits(
            int instruments,
            int requestsPerMinute,
            Map<Operation, Integer> instrumentsOf,
            Map<Operation, Integer> requestsOf,
            @Nullable Integer streamInstruments,
            int streamConnections,
            Duration spacing,
            int barsPerRequest) {
        this.instruments = instruments;
        this.requestsPerMinute = requestsPerMinute;
        this.instrumentsOf = copy(instrumentsOf);
        this.requestsOf = copy(requestsOf);
        this.streamInstruments = streamInstruments;
        this.streamConnections = streamConnections;
        this.spacing = spacing;
        this.barsPerRequest = barsPerRequest;
    }

    /** The limits of the free plan, as documented: 10 instruments, and 10 requests a minute of each operation. */
    public static PlanLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the limits of a registration. Limits that it does not state, or states as 0, are those of {@link #defaults}.
     * {@link #spacing} is derived from the frames a minute that it allows on the stream: 30 a minute make 2,100 ms. It is
     * never less than that of {@link #defaults}, and never more than 1 minute.
     *
     * @throws IllegalArgumentException if {@code registration} is null
     */
    public static PlanLimits from(Registration registration) {
        Permissions permissions = Checks.required("registration", registration).permissions();
        if (permissions == null) {
            return DEFAULTS;
        }
        Map<Operation, Integer> instruments = new EnumMap<>(Operation.class);
        Map<Operation, Integer> requests = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            Permission permission = HttpOperations.permission(operation, permissions);
            if (permission != null) {
                putIfSaid(instruments, operation, permission.instruments());
                putIfSaid(requests, operation, permission.requestsPerMinute());
            }
        }
        Permission stream = permissions.stream();
        Integer subscribed = stream == null ? null : stream.instruments();
        Integer connected = stream == null ? null : stream.connections();
        return new PlanLimits(
                DEFAULTS.instruments,
                DEFAULTS.requestsPerMinute,
                instruments,
                requests,
                subscribed != null && subscribed > 0 ? subscribed : DEFAULTS.streamInstruments,
                connected != null && connected > 0 ? connected : DEFAULTS.streamConnections,
                spacing(stream == null ? null : stream.requestsPerMinute()),
                DEFAULTS.barsPerRequest);
    }

    /** At least the documented spacing, plus 100 ms. */
    private static Duration spacing(@Nullable Integer framesPerMinute) {
        if (framesPerMinute == null || framesPerMinute < 1) {
            return DEFAULTS.spacing;
        }
        Duration even = Duration.ofMillis((60_000 + framesPerMinute - 1L) / framesPerMinute + 100);
        Duration most = even.compareTo(MAX_SPACING) < 0 ? even : MAX_SPACING;
        return most.compareTo(DEFAULTS.spacing) > 0 ? most : DEFAULTS.spacing;
    }

    private static void putIfSaid(Map<Operation, Integer> limits, Operation operation, @Nullable Integer limit) {
        if (limit != null && limit > 0) {
            limits.put(operation, limit);
        }
    }

    /**
     * Limits the distinct instruments of each request and of the whole stream, by default 10. Limits that are set for one
     * operation or for the stream stay, whatever the order.
     */
    public PlanLimits withInstruments(int instruments) {
        Checks.range("instruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /** Limits the distinct instruments in a request of one operation. */
    public PlanLimits withInstruments(Operation operation, int instruments) {
        Checks.range("instruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                this.instruments,
                requestsPerMinute,
                with(instrumentsOf, operation, instruments),
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /** Limits the distinct instruments subscribed on the stream, over all kinds of data; by default 10. */
    public PlanLimits withStreamInstruments(int instruments) {
        Checks.range("streamInstruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                this.instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                instruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /**
     * Limits the streams of one API key and address that clients of this process have at the same time; by default 1,
     * as documented. The server closes the oldest of too many streams, which would then reconnect and displace the
     * next.
     */
    public PlanLimits withStreamConnections(int connections) {
        Checks.range("streamConnections", connections, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                connections,
                spacing,
                barsPerRequest);
    }

    /**
     * Limits the requests a minute of each operation without a limit of its own, set here or documented; by default 10. A
     * documented limit, such as the one request a minute of {@code register}, stays; change it by
     * {@link #withRequestsPerMinute(Operation, int)}.
     */
    public PlanLimits withRequestsPerMinute(int requests) {
        Checks.range("requestsPerMinute", requests, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requests,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /** Limits the requests a minute of one operation. */
    public PlanLimits withRequestsPerMinute(Operation operation, int requests) {
        Checks.range("requestsPerMinute", requests, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                with(requestsOf, operation, requests),
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /**
     * Sets the minimum time between two frames on the stream, 0 to 1 minute; by default 1,100 ms, 100 ms more than
     * documented.
     */
    public PlanLimits withSpacing(Duration spacing) {
        Checks.range("spacing", spacing, Duration.ZERO, MAX_SPACING);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    /**
     * Limits the bars of an instrument in one request for historical K-lines, by default 1,000, as documented; the vendor
     * allows more by arrangement. A request for more is refused with a {@link hk.qos.error.RequestLimitException}, and
     * {@link QosHttp#history} asks for pages of this size.
     */
    public PlanLimits withBarsPerRequest(int bars) {
        Checks.range("barsPerRequest", bars, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                bars);
    }

    /** The maximum of distinct instruments in a request of one operation. */
    public int instruments(Operation operation) {
        return instrumentsOf.getOrDefault(Checks.required("operation", operation), instruments);
    }

    /** The maximum of requests a minute of one operation. */
    public int requestsPerMinute(Operation operation) {
        int documented = HttpOperations.requestsPerMinute(Checks.required("operation", operation));
        return requestsOf.getOrDefault(operation, documented > 0 ? documented : requestsPerMinute);
    }

    /** The maximum of distinct instruments in a request of any operation. */
    public int instruments() {
        return instrumentsOf.values().stream().mapToInt(Integer::intValue).reduce(instruments, Math::max);
    }

    /** The maximum of distinct instruments subscribed on the stream, over all kinds of data. */
    public int streamInstruments() {
        return streamInstruments == null ? instruments : streamInstruments;
    }

    /** The maximum of streams of one API key and address that clients of this process have at the same time. */
    public int streamConnections() {
        return streamConnections;
    }

    /** The maximum of bars of an instrument in one request for historical K-lines. */
    public int barsPerRequest() {
        return barsPerRequest;
    }

    /** The minimum time between two frames on the stream. */
    public Duration spacing() {
        return spacing;
    }

    /** Keeps the order of the operations. */
    private static Map<Operation, Integer> copy(Map<Operation, Integer> limits) {
        Map<Operation, Integer> copy = new EnumMap<>(Operation.class);
        copy.putAll(limits);
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Operation, Integer> with(Map<Operation, Integer> limits, Operation operation, int limit) {
        Map<Operation, Integer> changed = new EnumMap<>(Operation.class);
        changed.putAll(limits);
        changed.put(Checks.required("operation", operation), limit);
        return changed;
    }

    /** The operations whose limit differs, by a setting or the documents. */
    private Map<Operation, Integer> ownRequests() {
        Map<Operation, Integer> own = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            if (requestsPerMinute(operation) != requestsPerMinute) {
                own.put(operation, requestsPerMinute(operation));
            }
        }
        return own;
    }

    /** The limits by operation. */
    CallLimits perOperation() {
        return new CallLimits() {
            @Override
            public int requestsPerMinute(Operation operation) {
                return PlanLimits.this.requestsPerMinute(operation);
            }

            @Override
            public int instruments(Operation operation) {
                return PlanLimits.this.instruments(operation);
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanLimits that
                && instruments == that.instruments
                && requestsPerMinute == that.requestsPerMinute
                && instrumentsOf.equals(that.instrumentsOf)
                && requestsOf.equals(that.requestsOf)
                && Objects.equals(streamInstruments, that.streamInstruments)
                && streamConnections == that.streamConnections
                && spacing.equals(that.spacing)
                && barsPerRequest == that.barsPerRequest;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing,
                barsPerRequest);
    }

    @Override
    public String toString() {
        return "PlanLimits[instruments " + instruments + " " + instrumentsOf + ", requests a minute "
                + requestsPerMinute + " " + ownRequests() + ", stream instruments " + streamInstruments()
                + ", stream connections " + streamConnections + ", spacing " + spacing.toMillis()
                + " ms, bars a request " + barsPerRequest + "]";
    }
}
