package hk.qos.ws;

import java.time.Duration;

/**
 * How long each step may take before it counts as failed. Immutable.
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

    /** The same value for name resolution, TCP, TLS and upgrade, and {@code all} for them together. */
    public Deadlines withConnect(Duration step, Duration all) {
        Checks.positive("step", step);
        Checks.positive("all", all);
        return new Deadlines(step, step, step, step, all, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for an acknowledgement or reply. */
    public Deadlines withAnswer(Duration answer) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for a write. */
    public Deadlines withFlush(Duration flush) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another wait for the peer's Close. */
    public Deadlines withCloseHandshake(Duration closeHandshake) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }

    /** The same with another time for {@link StreamClient#close()}. */
    public Deadlines withShutdown(Duration shutdown) {
        return new Deadlines(resolve, tcp, tls, upgrade, connect, answer, flush, closeHandshake, shutdown);
    }
}
