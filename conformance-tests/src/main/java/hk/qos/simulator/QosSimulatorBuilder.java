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
 * Settings of a {@link QosSimulator}; each has a usual value. What cannot work is refused at once by an
 * {@link IllegalArgumentException} that names it. Not safe for several threads.
 */
public final class QosSimulatorBuilder {
    private static final double MOST_PUSHES = 1000;

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
                api.stream().spacing());
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

    /** A key to accept; by default all are. Once there is one, no other is accepted but those of {@code /register}. */
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
     * Pushes a second for each subscription, 1 by default, more than 0 and at most 1000. Trades are made at this rate
     * too, so that each is pushed once.
     */
    public QosSimulatorBuilder pushRate(double perSecond) {
        if (!(perSecond > 0 && perSecond <= MOST_PUSHES)) {
            throw new IllegalArgumentException(
                    "pushRate is " + perSecond + ", must be more than 0 and at most " + (int) MOST_PUSHES);
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
     * Leaves out of the records of currencies, indices and commodities, of which the vendor shows no example, what a
     * client must be able to do without: volumes, turnover, status, the side of trades, the day's figures of snapshots,
     * the time of books. Off by default: they are as full as those of other markets.
     */
    public QosSimulatorBuilder sparseRecords(boolean on) {
        this.sparse = on;
        return this;
    }

    /** What each key permits; by default what the documents say of the free plan. */
    public QosSimulatorBuilder plan(Plan limits) {
        this.plan = required("plan", limits);
        return this;
    }

    /** Permits everything. */
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

    /** Stream connections of a key at once; at least 1, by default 1. */
    public QosSimulatorBuilder connections(int most) {
        return plan(plan.withConnections(most));
    }

    /** Shortest time between two frames of a client; by default 1 s, zero for none. */
    public QosSimulatorBuilder spacing(Duration least) {
        return plan(plan.withSpacing(required("spacing", least)));
    }

    /** What happens when a key opens too many connections; by default the newest wins. */
    public QosSimulatorBuilder extraConnection(ExtraConnection policy) {
        this.extraConnection = required("extraConnection", policy);
        return this;
    }

    /** What happens to a frame that comes too soon; by default it is answered with an error text. */
    public QosSimulatorBuilder tooFast(TooFast policy) {
        this.tooFast = required("tooFast", policy);
        return this;
    }

    /** Whether any violation of a stream closes it with 1008; off by default. */
    public QosSimulatorBuilder strict(boolean on) {
        this.strict = on;
        return this;
    }

    /** Pushes nothing by itself: only {@link QosSimulator#play} and faults send something unasked. */
    public QosSimulatorBuilder withoutPushes() {
        this.pushes = false;
        return this;
    }

    /**
     * Plays a recording to each connection, from its first subscription on, in place of the market's pushes. It gets what
     * it subscribes to at that moment, as it was spelled; requests are answered by the market.
     *
     * @param file that a stream recorded
     * @param speed 1 for the recording's own, {@link Replay#AT_ONCE} without any pause
     * @throws IllegalArgumentException if the file is no recording, or the speed not more than 0
     */
    public QosSimulatorBuilder replay(Path file, double speed) {
        this.replay = new Replay(RecordedStream.read(required("file", file)), speed);
        return this;
    }

    /** Clock of the market and of the requests a minute; the system's by default. */
    public QosSimulatorBuilder clock(Clock source) {
        this.clock = required("clock", source);
        return this;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException if the port cannot be had
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
