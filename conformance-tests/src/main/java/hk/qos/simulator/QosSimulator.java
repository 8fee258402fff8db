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
 * A QOS service that runs in this process, on a port of the loopback address: all HTTP interfaces and all commands of
 * the stream, a market computed from a seed, the limits of a plan, and faults on demand. It validates every request and
 * frame against the documents and answers an invalid one with an error text.
 *
 * <p>By default it is as strict as the free plan: ten instruments, ten requests a minute for each interface, one stream
 * connection for each key, one second between two frames. Its markets are always open. Thread-safe.
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
        FaultSchedule schedule = new FaultSchedule(codes);
        this.faults = new Faults(connections::open, api, schedule);
        this.observations = new Observations(connections::views);
        Answers answers = new Answers(market, api, keys, settings);
        this.server =
                new Server(new ServerContext(settings, api, answers, keys, rates, schedule, observations, connections));
    }

    /**
     * Starts a simulator with default settings on a free port.
     *
     * @throws IllegalStateException if no port is free
     */
    public static QosSimulator start() {
        return builder().start();
    }

    /** Returns a builder; nothing listens before {@link QosSimulatorBuilder#start()}. */
    public static QosSimulatorBuilder builder() {
        return new QosSimulatorBuilder();
    }

    static QosSimulator start(Settings settings, Api api) {
        return new QosSimulator(settings, api);
    }

    /** The base address of the HTTP interfaces, without a path. */
    public URI httpUri() {
        return URI.create((server.authority() == null ? "http" : "https") + "://" + settings.host() + ":" + port());
    }

    /** The address of the stream. */
    public URI wsUri() {
        return URI.create((server.authority() == null ? "ws" : "wss") + "://" + settings.host() + ":" + port() + path);
    }

    /** The port that the simulator listens on, 1 to 65535. */
    public int port() {
        return server.port();
    }

    /** The authority that issued the certificate, for a client to trust; null without TLS. */
    public @Nullable X509Certificate authority() {
        return server.authority();
    }

    /** The limits of each key. */
    public Plan plan() {
        return settings.plan();
    }

    /** The simulated market. */
    public Market market() {
        return market;
    }

    /**
     * Takes over an instrument: until {@link Market#clearScripts()}, all answers and pushes show what the returned
     * script says. The instrument may be any of a documented market, also one that the simulator does not have.
     *
     * @param code in any spelling, such as {@code HK:00700}
     * @throws IllegalArgumentException if the code is invalid or its market is unknown; the message names it
     */
    public ScriptedInstrument script(String code) {
        return market.script(codes.one(code));
    }

    /**
     * Plays a recording to all open connections. Each receives the pushes that it subscribes to, with codes as
     * recorded.
     *
     * @param speed 1 for the recorded pace, 2 for twice as fast, {@link Replay#AT_ONCE} without pauses
     * @return the number of messages sent, after the last one or the end of the connections; completes on the thread of
     *     a connection, which must not block, and at once if no connection is open
     * @throws IllegalArgumentException if the speed is not above 0
     */
    public CompletableFuture<Integer> play(RecordedStream recording, double speed) {
        Replay replay = new Replay(recording, speed);
        CompletableFuture<Integer> sent = CompletableFuture.completedFuture(0);
        for (StreamSession session : connections.open()) {
            sent = sent.thenCombine(session.play(replay), Integer::sum);
        }
        return sent;
    }

    /** Faults to inject. */
    public Faults faults() {
        return faults;
    }

    /** Records of requests, frames and violations. */
    public Observations observations() {
        return observations;
    }

    /** Resets the request counters, so that each interface has its full rate again. */
    public void resetRequestRates() {
        rates.reset();
    }

    /** Closes every connection and stops all threads. Further calls do nothing. */
    @Override
    public void close() {
        server.close();
    }
}
