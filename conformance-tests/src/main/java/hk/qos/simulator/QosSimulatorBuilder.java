package hk.qos.simulator;

import hk.qos.simulator.market.Hours;
import hk.qos.simulator.replay.RecordedStream;
import hk.qos.simulator.replay.Replay;
import hk.qos.simulator.settings.Certificate;
import hk.qos.simulator.settings.ExtraConnection;
import hk.qos.simulator.settings.Plan;
import hk.qos.simulator.settings.Settings;
import hk.qos.simulator.settings.TooFast;
import hk.qos.simulator.spec.Api;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link QosSimulator}; every setting has a default. Each setter throws an {@link IllegalArgumentException}
 * that names an invalid value. Not thread-safe.
 */
public final class QosSimulatorBuilder {
    private static final double MAX_PUSH_RATE = 1000;

    private String host = "127.0.0.1";
    private int port;
    private Certificate certificate = Certificate.NONE;
    private final Set<String> keys = new LinkedHashSet<>();
    private long seed = 1;
    private double pushRate = 1;
    private Hours hours = Hours.ALWAYS;
    private boolean leadingZeros;
    private boolean sparse;
    private Plan plan;
    private ExtraConnection extraConnection = ExtraConnection.NEWEST_WINS;
    private TooFast tooFast = TooFast.ANSWERED;
    private boolean strict;
    private boolean pushes = true;
    private @Nullable Replay replay;
    private Clock clock = Clock.systemUTC();

    QosSimulatorBuilder() {
        Api api = Api.standard();
        this.plan = new Plan(
                api.stream().limit("instruments"),
                api.http().limit("requestsPerMinute"),
                api.stream().limit("connections"),
                api.stream().spacing(),
                api.http().itemsPerPage());
    }

    /** Address to listen on, {@code 127.0.0.1} by default. */
    public QosSimulatorBuilder host(String address) {
        this.host = notBlank("host", address);
        return this;
    }

    /** Port to listen on, up to 65535; 0, the default, takes a free one. */
    public QosSimulatorBuilder port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("port is " + number + ", must be 0 to 65535");
        }
        this.port = number;
        return this;
    }

    /** TLS with a certificate for localhost and 127.0.0.1; by default there is none. */
    public QosSimulatorBuilder tls() {
        return tls(Certificate.VALID);
    }

    /** TLS with a certificate of this kind. */
    public QosSimulatorBuilder tls(Certificate kind) {
        this.certificate = required("tls", kind);
        return this;
    }

    /**
     * An API key to accept. Without one, every key is accepted; with one or more, only these and those from {@code
     * /register}.
     */
    public QosSimulatorBuilder key(String key) {
        this.keys.add(notBlank("key", key));
        return this;
    }

    /** Seed of the market, 1 by default. */
    public QosSimulatorBuilder seed(long number) {
        this.seed = number;
        return this;
    }

    /**
     * Pushes a second for each subscription, 1 by default, more than 0 and at most 1000. The market trades at the same
     * rate, so that each trade is pushed once.
     */
    public QosSimulatorBuilder pushRate(double perSecond) {
        if (!(perSecond > 0 && perSecond <= MAX_PUSH_RATE)) {
            throw new IllegalArgumentException(
                    "pushRate is " + perSecond + ", must be more than 0 and at most " + (int) MAX_PUSH_RATE);
        }
        this.pushRate = perSecond;
        return this;
    }

    /** When the markets trade; always by default. */
    public QosSimulatorBuilder hours(Hours when) {
        this.hours = required("hours", when);
        return this;
    }

    /** Spells Hong Kong codes with leading zeros, {@code HK:00700}, in all answers and pushes; off by default. */
    public QosSimulatorBuilder hongKongLeadingZeros(boolean on) {
        this.leadingZeros = on;
        return this;
    }

    /**
     * Leaves out of the records of currencies, indices and commodities, of which the vendor shows no example, every
     * field that a client must not rely on: volumes, turnover, status, trade directions, daily figures of snapshots,
     * times of order books. Off by default: these records are complete.
     */
    public QosSimulatorBuilder sparseRecords(boolean on) {
        this.sparse = on;
        return this;
    }

    /** The limits of each key; by default those of the free plan in the documents. */
    public QosSimulatorBuilder plan(Plan limits) {
        this.plan = required("plan", limits);
        return this;
    }

    /** Removes all limits, but allows no more than 5,000 bars in a request. */
    public QosSimulatorBuilder unlimited() {
        return plan(Plan.UNLIMITED);
    }

    /** Distinct instruments in one request, and over all subscriptions of a connection; at least 1, by default 10. */
    public QosSimulatorBuilder instruments(int most) {
        return plan(plan.withInstruments(most));
    }

    /** Requests a minute of each HTTP interface; at least 1, by default 10. */
    public QosSimulatorBuilder requestsPerMinute(int most) {
        return plan(plan.withRequestsPerMinute(most));
    }

    /** Bars of an instrument in one request for historical K-lines; at least 1, by default 1,000. */
    public QosSimulatorBuilder barsPerRequest(int most) {
        return plan(plan.withBarsPerRequest(most));
    }

    /** Stream connections of a key at once; at least 1, by default 1. */
    public QosSimulatorBuilder connections(int most) {
        return plan(plan.withConnections(most));
    }

    /** Shortest time between two frames of a client; by default 1 s, zero for none. */
    public QosSimulatorBuilder spacing(Duration least) {
        return plan(plan.withSpacing(required("spacing", least)));
    }

    /** How to handle a connection beyond the plan's limit; by default the newest wins. */
    public QosSimulatorBuilder extraConnection(ExtraConnection policy) {
        this.extraConnection = required("extraConnection", policy);
        return this;
    }

    /** How to handle a frame that arrives too soon; by default it is answered with an error text. */
    public QosSimulatorBuilder tooFast(TooFast policy) {
        this.tooFast = required("tooFast", policy);
        return this;
    }

    /** Whether any violation of a stream closes it with 1008; off by default. */
    public QosSimulatorBuilder strict(boolean on) {
        this.strict = on;
        return this;
    }

    /** Disables the market's pushes: only {@link QosSimulator#play} and faults send messages without a request. */
    public QosSimulatorBuilder withoutPushes() {
        this.pushes = false;
        return this;
    }

    /**
     * Plays a recording to each connection, from its first subscription on, instead of the market's pushes. A
     * connection receives what it subscribes to at that moment, with codes as recorded; the market answers requests.
     *
     * @param file a recording that a stream wrote
     * @param speed 1 for the recorded pace, 2 for twice as fast, {@link Replay#AT_ONCE} without pauses
     * @throws IllegalArgumentException if the file is not a recording, or the speed is not above 0
     */
    public QosSimulatorBuilder replay(Path file, double speed) {
        this.replay = new Replay(RecordedStream.read(required("file", file)), speed);
        return this;
    }

    /** The clock of the market and of request rates; by default the system clock. */
    public QosSimulatorBuilder clock(Clock source) {
        this.clock = required("clock", source);
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws IllegalStateException if the port is in use or not permitted
     */
    public QosSimulator start() {
        return start(Api.standard());
    }

    QosSimulator start(Api api) {
        Settings settings = new Settings(
                host,
                port,
                certificate,
                Set.copyOf(keys),
                seed,
                pushRate,
                hours,
                leadingZeros,
                sparse,
                plan,
                extraConnection,
                tooFast,
                strict,
                pushes,
                replay,
                clock);
        return QosSimulator.start(settings, api);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String notBlank(String name, String value) {
        if (required(name, value).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return value;
    }
}
