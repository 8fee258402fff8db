package hk.qos.simulator;

import hk.qos.simulator.access.Keys;
import hk.qos.simulator.access.RequestRates;
import hk.qos.simulator.answer.Answers;
import hk.qos.simulator.fault.FaultSchedule;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.market.Catalogue;
import hk.qos.simulator.market.Market;
import hk.qos.simulator.market.ScriptedInstrument;
import hk.qos.simulator.observe.Observations;
import hk.qos.simulator.replay.RecordedStream;
import hk.qos.simulator.replay.Replay;
import hk.qos.simulator.server.Connections;
import hk.qos.simulator.server.Server;
import hk.qos.simulator.server.ServerContext;
import hk.qos.simulator.server.StreamSession;
import hk.qos.simulator.settings.Plan;
import hk.qos.simulator.settings.Settings;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Codes;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A QOS service that runs in this process, on a port of the loopback address: all HTTP interfaces and all commands of the
 * stream, a market that the seed makes, the limits of a plan, and faults on demand. It judges every request and frame by
 * the documents and answers what they do not allow with an error text.
 *
 * <p>By default it is as strict as the free plan: ten instruments, ten requests a minute for each interface, one stream
 * connection for each key, a second between two frames. Its markets are always open. Safe for all threads.
 */
public final class QosSimulator implements AutoCloseable {
    private final Settings settings;
    private final Market market;
    private final RequestRates rates;
    private final Faults faults;
    private final Observations observations;
    private final Server server;
    private final Connections connections = new Connections();
    private final Codes codes;
    private final String path;

    private QosSimulator(Settings settings, Api api) {
        this.settings = settings;
        this.codes = api.codes();
        this.path = api.stream().path();
        int trades = (int) Math.round(60 * settings.pushRate());
        this.market = new Market(Catalogue.load(settings.seed()), settings.hours(), trades, settings.clock());
        this.rates = new RequestRates(settings.clock());
        Keys keys = new Keys(settings.keys());
        FaultSchedule agenda = new FaultSchedule(codes);
        this.faults = new Faults(connections::open, api, agenda);
        this.observations = new Observations(connections::views);
        Answers answers = new Answers(market, api, keys, settings);
        this.server =
                new Server(new ServerContext(settings, api, answers, keys, rates, agenda, observations, connections));
    }

    /**
     * Starts one with the usual settings, on a free port.
     *
     * @throws IllegalStateException if there is none
     */
    public static QosSimulator start() {
        return builder().start();
    }

    /** Settings to change first; nothing listens before {@link QosSimulatorBuilder#start()}. */
    public static QosSimulatorBuilder builder() {
        return new QosSimulatorBuilder();
    }

    static QosSimulator start(Settings settings, Api api) {
        return new QosSimulator(settings, api);
    }

    /** Where the HTTP interfaces are, without a path. */
    public URI httpUri() {
        return URI.create((server.authority() == null ? "http" : "https") + "://" + settings.host() + ":" + port());
    }

    /** Where the stream is. */
    public URI wsUri() {
        return URI.create((server.authority() == null ? "ws" : "wss") + "://" + settings.host() + ":" + port() + path);
    }

    /** The port that it listens on, 1 to 65535. */
    public int port() {
        return server.port();
    }

    /** The authority behind its certificate, for a client to trust; null without TLS. */
    public @Nullable X509Certificate authority() {
        return server.authority();
    }

    /** What each key permits. */
    public Plan plan() {
        return settings.plan();
    }

    /** The market that it quotes. */
    public Market market() {
        return market;
    }

    /**
     * From now on this instrument is worth what the caller says, in all answers and pushes, until {@link
     * Market#clearScripts()}. Any instrument of a documented market will do, whether or not the simulator has it otherwise.
     *
     * @param code in any spelling, such as {@code HK:00700}
     * @throws IllegalArgumentException if it is no code, or of no market that has codes; the message names it
     */
    public ScriptedInstrument script(String code) {
        return market.script(codes.one(code));
    }

    /**
     * Plays a recording now, to the connections that stand: each gets what it subscribes to, as it was spelled.
     *
     * @param speed 1 for the recording's own, {@link Replay#AT_ONCE} without any pause
     * @return how many messages were sent, once the last one is, or the connections have ended; completes on the thread of
     *     a connection, which must not be blocked, and at once if none stands
     * @throws IllegalArgumentException if the speed is not more than 0
     */
    public CompletableFuture<Integer> play(RecordedStream recording, double speed) {
        Replay replay = new Replay(recording, speed);
        CompletableFuture<Integer> sent = CompletableFuture.completedFuture(0);
        for (StreamSession session : connections.open()) {
            sent = sent.thenCombine(session.play(replay), Integer::sum);
        }
        return sent;
    }

    /** Makes things go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What it has seen. */
    public Observations observations() {
        return observations;
    }

    /** Forgets the requests of the last minute, so that each interface may be called as often as the plan says, at once. */
    public void resetRequestRates() {
        rates.reset();
    }

    /** Ends every connection and all its threads; does nothing the second time. */
    @Override
    public void close() {
        server.close();
    }
}
