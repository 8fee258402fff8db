package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step may take before it fails. Immutable. */
public final class StreamTimeouts extends OptionValues {
    private static final StreamTimeouts DEFAULTS = new StreamTimeouts(usual());

    private StreamTimeouts(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("resolve", Duration.ofSeconds(5));
        values.put("tcp", Duration.ofSeconds(5));
        values.put("tls", Duration.ofSeconds(5));
        values.put("upgrade", Duration.ofSeconds(5));
        values.put("connect", Duration.ofSeconds(15));
        values.put("answer", Duration.ofSeconds(10));
        values.put("flush", Duration.ofSeconds(10));
        values.put("closeHandshake", Duration.ofSeconds(2));
        values.put("shutdown", Duration.ofSeconds(5));
        return values;
    }

    /** 5 s for each step of connecting and 15 s in all, 10 s for an answer and for a write, 2 s for a Close, 5 s for shutdown. */
    public static StreamTimeouts defaults() {
        return DEFAULTS;
    }

    /** Name resolution. */
    public Duration resolve() {
        return duration("resolve");
    }

    /** The TCP connection, including the handshake with a proxy. */
    public Duration tcp() {
        return duration("tcp");
    }

    /** The TLS handshake. */
    public Duration tls() {
        return duration("tls");
    }

    /** The answer to the WebSocket upgrade. */
    public Duration upgrade() {
        return duration("upgrade");
    }

    /** Name resolution, TCP, TLS and upgrade together. */
    public Duration connect() {
        return duration("connect");
    }

    /** An acknowledgement or reply, from when its frame was written. */
    public Duration answer() {
        return duration("answer");
    }

    /** A write, until the socket has taken it. If it takes longer, the peer is considered dead. */
    public Duration flush() {
        return duration("flush");
    }

    /** The peer's answer to a Close frame, before the socket is closed. */
    public Duration closeHandshake() {
        return duration("closeHandshake");
    }

    /** The stream's {@code close()} as a whole. */
    public Duration shutdown() {
        return duration("shutdown");
    }

    /**
     * Replaces the timeout of name resolution; by default 5 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withResolve(Duration resolve) {
        return new StreamTimeouts(with("resolve", Checks.positive("resolve", resolve)));
    }

    /**
     * Replaces the timeout of the TCP connection, including the handshake with a proxy; by default 5 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withTcp(Duration tcp) {
        return new StreamTimeouts(with("tcp", Checks.positive("tcp", tcp)));
    }

    /**
     * Replaces the timeout of the TLS handshake; by default 5 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withTls(Duration tls) {
        return new StreamTimeouts(with("tls", Checks.positive("tls", tls)));
    }

    /**
     * Replaces the timeout of the answer to the WebSocket upgrade; by default 5 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withUpgrade(Duration upgrade) {
        return new StreamTimeouts(with("upgrade", Checks.positive("upgrade", upgrade)));
    }

    /**
     * Replaces the timeout of name resolution, TCP, TLS and upgrade together; by default 15 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withConnect(Duration connect) {
        return new StreamTimeouts(with("connect", Checks.positive("connect", connect)));
    }

    /**
     * Replaces the timeout of an acknowledgement or reply, from when its frame was written; by default 10 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withAnswer(Duration answer) {
        return new StreamTimeouts(with("answer", Checks.positive("answer", answer)));
    }

    /**
     * Replaces the timeout of a write, until the socket has taken it; by default 10 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withFlush(Duration flush) {
        return new StreamTimeouts(with("flush", Checks.positive("flush", flush)));
    }

    /**
     * Replaces the timeout of the peer's answer to a Close frame; by default 2 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withCloseHandshake(Duration closeHandshake) {
        return new StreamTimeouts(with("closeHandshake", Checks.positive("closeHandshake", closeHandshake)));
    }

    /**
     * Replaces the timeout of the stream's {@code close()} as a whole; by default 5 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withShutdown(Duration shutdown) {
        return new StreamTimeouts(with("shutdown", Checks.positive("shutdown", shutdown)));
    }

    /**
     * Replaces the timeouts of name resolution, TCP, TLS and upgrade by one value for each; by default 5 s. Their sum is
     * bounded by {@link #connect}.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public StreamTimeouts withEachStep(Duration step) {
        Checks.positive("step", step);
        return withResolve(step).withTcp(step).withTls(step).withUpgrade(step);
    }
}
