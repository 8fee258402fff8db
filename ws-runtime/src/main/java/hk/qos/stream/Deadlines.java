package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.StreamClient;
import java.time.Duration;

/**
 * How long each step may take before it counts as failed; each more than zero. Immutable.
 *
 * @param resolve name resolution
 * @param tcp the TCP connection, a proxy's part included
 * @param tls the TLS handshake
 * @param upgrade the answer to the WebSocket upgrade
 * @param connect all of these together
 * @param answer an acknowledgement or reply, counted from when its frame was written
 * @param flush a write, until the socket took it; longer means a dead peer
 * @param closeHandshake the peer's answer to our Close, before the connection is cut
 * @param shutdown {@link StreamClient#close()} in all
 */
public record Deadlines(
        Duration resolve,
        Duration tcp,
        Duration tls,
        Duration upgrade,
        Duration connect,
        Duration answer,
        Duration flush,
        Duration closeHandshake,
        Duration shutdown) {
    private static final Deadlines DEFAULTS = new Deadlines(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    /** @throws IllegalArgumentException if one is null or not more than zero; the message names it */
    public Deadlines {
        Checks.positive("resolve", resolve);
        Checks.positive("tcp", tcp);
        Checks.positive("tls", tls);
        Checks.positive("upgrade", upgrade);
        Checks.positive("connect", connect);
        Checks.positive("answer", answer);
        Checks.positive("flush", flush);
        Checks.positive("closeHandshake", closeHandshake);
        Checks.positive("shutdown", shutdown);
    }

    /** 5 s a step and 15 s in all to connect, 10 s for an answer and for a write, 2 s for a Close, 5 s to shut down. */
    public static Deadlines defaults() {
        return DEFAULTS;
    }

    /** One value for name resolution, TCP, TLS and upgrade each, and {@code all} for all together; by default 5 s, 15 s. */
    public Deadlines withConnect(Duration step, Duration all) {
        Checks.positive("step", step);
        Checks.positive("all", all);
        return new Deadlines(step, step, step, step, all, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for an acknowledgement or reply, from when its frame was written; by default 10 s. */
    public Deadlines withAnswer(Duration answer) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for a write; by default 10 s. */
    public Deadlines withFlush(Duration flush) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for the peer's Close; by default 2 s. */
    public Deadlines withCloseHandshake(Duration closeHandshake) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another time for {@link StreamClient#close()}; by default 5 s. */
    public Deadlines withShutdown(Duration shutdown) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }
}
