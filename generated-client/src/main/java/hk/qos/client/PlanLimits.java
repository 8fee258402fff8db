package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.check.DocumentedLimits;
import hk.qos.client.internal.http.CallLimits;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Registration;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan allows. The client keeps to it by itself: it refuses or delays what would be too much, before anything is
 * sent. Each number is at least 1; another one is an {@link IllegalArgumentException}. Immutable.
 */
public final class PlanLimits {
    private static final Duration LONGEST_SPACING = Duration.ofMinutes(1);

    private static final PlanLimits DEFAULTS = new PlanLimits(
            DocumentedLimits.INSTRUMENTS,
            DocumentedLimits.REQUESTS_PER_MINUTE,
            Map.of(),
            Map.of(),
            StreamOperations.INSTRUMENTS,
            StreamOperations.CONNECTIONS,
            StreamOperations.SPACING.plusMillis(100));

    private final int instruments;
    private final int requestsPerMinute;
    private final Map<String, Integer> instrumentsOf;
    private final Map<String, Integer> requestsOf;
    private final int streamInstruments;
    private final int streamConnections;
    private final Duration spacing;

    private PlanLimits(
            int instruments,
            int requestsPerMinute,
            Map<String, Integer> instrumentsOf,
            Map<String, Integer> requestsOf,
            int streamInstruments,
            int streamConnections,
            Duration spacing) {
        this.instruments = instruments;
        this.requestsPerMinute = requestsPerMinute;
        this.instrumentsOf = Map.copyOf(instrumentsOf);
        this.requestsOf = Map.copyOf(requestsOf);
        this.streamInstruments = streamInstruments;
        this.streamConnections = streamConnections;
        this.spacing = spacing;
    }

    /** The free plan's, as the documents state them: 10 instruments, 10 requests a minute of each interface. */
    public static PlanLimits defaults() {
        return DEFAULTS;
    }

    /**
     * What a registration says, and where it says nothing what the documents say. The frames a minute that it allows to
     * the stream become {@link #spacing}: 30 of them are 2,100 ms apart.
     */
    public static PlanLimits from(Registration registration) {
        Permissions permissions = Checks.required("registration", registration).permissions();
        if (permissions == null) {
            return DEFAULTS;
        }
        Map<String, Integer> instruments = new HashMap<>();
        Map<String, Integer> requests = new HashMap<>();
        for (Operation operation : Operations.all()) {
            Permission permission = Operations.permission(operation, permissions);
            if (permission != null) {
                putIfSaid(instruments, operation, permission.instruments());
                putIfSaid(requests, operation, permission.requestsPerMinute());
            }
        }
        Permission stream = permissions.stream();
        Integer subscribed = stream == null ? null : stream.instruments();
        Integer connected = stream == null ? null : stream.connections();
        return new PlanLimits(
                instruments.values().stream().max(Integer::compare).orElse(DEFAULTS.instruments),
                DEFAULTS.requestsPerMinute,
                instruments,
                requests,
                subscribed != null && subscribed > 0 ? subscribed : DEFAULTS.streamInstruments,
                connected != null && connected > 0 ? connected : DEFAULTS.streamConnections,
                spacing(stream == null ? null : stream.requestsPerMinute()));
    }

    /** As much as is documented at least, and a tenth of a second more than the frames of a minute ask for. */
    private static Duration spacing(@Nullable Integer framesPerMinute) {
        if (framesPerMinute == null || framesPerMinute < 1) {
            return DEFAULTS.spacing;
        }
        Duration even = Duration.ofMillis((60_000 + framesPerMinute - 1L) / framesPerMinute + 100);
        Duration most = even.compareTo(LONGEST_SPACING) < 0 ? even : LONGEST_SPACING;
        return most.compareTo(DEFAULTS.spacing) > 0 ? most : DEFAULTS.spacing;
    }

    private static void putIfSaid(Map<String, Integer> limits, Operation operation, @Nullable Integer limit) {
        if (limit != null && limit > 0) {
            limits.put(key(operation), limit);
        }
    }

    /** Distinct instruments, of one request as of the whole stream, by default 10; replaces what was said of either. */
    public PlanLimits withInstruments(int instruments) {
        Checks.range("instruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments, requestsPerMinute, Map.of(), requestsOf, instruments, streamConnections, spacing);
    }

    /** Distinct instruments that one request of one interface may name. */
    public PlanLimits withInstruments(Operation operation, int instruments) {
        Checks.range("instruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                this.instruments,
                requestsPerMinute,
                with(instrumentsOf, operation, instruments),
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing);
    }

    /** Distinct instruments that the stream may have subscribed, over all kinds of data; by default 10. */
    public PlanLimits withStreamInstruments(int instruments) {
        Checks.range("streamInstruments", instruments, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                this.instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                instruments,
                streamConnections,
                spacing);
    }

    /**
     * Streams of one key and address that clients of this process may have at once; by default 1, as documented. The
     * server would end the oldest of too many, and that one would end the next when it comes back.
     */
    public PlanLimits withStreamConnections(int connections) {
        Checks.range("streamConnections", connections, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments, requestsPerMinute, instrumentsOf, requestsOf, streamInstruments, connections, spacing);
    }

    /** Requests a minute of each HTTP interface of which nothing else is said, here or in its document; by default 10. */
    public PlanLimits withRequestsPerMinute(int requests) {
        Checks.range("requestsPerMinute", requests, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments, requests, instrumentsOf, requestsOf, streamInstruments, streamConnections, spacing);
    }

    /** Requests a minute of one HTTP interface. */
    public PlanLimits withRequestsPerMinute(Operation operation, int requests) {
        Checks.range("requestsPerMinute", requests, 1, Integer.MAX_VALUE);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                with(requestsOf, operation, requests),
                streamInstruments,
                streamConnections,
                spacing);
    }

    /**
     * The least time between two messages on the stream, 0 to 1 minute; by default 1,100 ms, a tenth more than is
     * documented.
     */
    public PlanLimits withSpacing(Duration spacing) {
        Checks.range("spacing", spacing, Duration.ZERO, LONGEST_SPACING);
        return new PlanLimits(
                instruments,
                requestsPerMinute,
                instrumentsOf,
                requestsOf,
                streamInstruments,
                streamConnections,
                spacing);
    }

    public int instruments(Operation operation) {
        return instrumentsOf.getOrDefault(key(operation), instruments);
    }

    public int requestsPerMinute(Operation operation) {
        int documented = Checks.required("operation", operation).requestsPerMinute();
        return requestsOf.getOrDefault(key(operation), documented > 0 ? documented : requestsPerMinute);
    }

    /** The most distinct instruments that any request may name. */
    public int instruments() {
        return instrumentsOf.values().stream().mapToInt(Integer::intValue).reduce(instruments, Math::max);
    }

    /** Distinct instruments that the stream may have subscribed, over all kinds of data. */
    public int streamInstruments() {
        return streamInstruments;
    }

    /** Streams of one key and address that clients of this process may have at once. */
    public int streamConnections() {
        return streamConnections;
    }

    /** The least time between two messages on the stream. */
    public Duration spacing() {
        return spacing;
    }

    private static Map<String, Integer> with(Map<String, Integer> limits, Operation operation, int limit) {
        Map<String, Integer> changed = new HashMap<>(limits);
        changed.put(key(operation), limit);
        return changed;
    }

    /** Registrations tell limits by permission; what has none is told by its own name. */
    private static String key(Operation operation) {
        String permission = Checks.required("operation", operation).permission();
        return permission == null ? operation.name() : permission;
    }

    /** The same for the calls below. */
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
    public String toString() {
        return "PlanLimits[instruments " + instruments + " " + instrumentsOf + ", requests a minute "
                + requestsPerMinute + " " + requestsOf + ", stream instruments " + streamInstruments
                + ", stream connections " + streamConnections + ", spacing " + spacing.toMillis() + " ms]";
    }
}
