package hk.qos.stream.internal.reconnect;

import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;

/** Measures how long a stream has no connection, and remembers why it lost the last one. On the loop. */
public final class Downtime {
    private static final long NONE = -1;

    private final Loop loop;
    private final StreamMetrics metrics;
    private long since = NONE;
    private String cause = "start";

    public Downtime(Loop loop, StreamMetrics metrics) {
        this.loop = loop;
        this.metrics = metrics;
    }

    /** A connection is up. */
    public void connected() {
        long now = loop.nanoTime();
        metrics.connected(cause, Duration.ofNanos(since == NONE ? 0 : now - since));
        since = NONE;
    }

    /** A connection ended, or an attempt failed ({@code wasUp} is false). */
    public void ended(ConnectionEnd end, boolean wasUp) {
        metrics.disconnected(end.word(), wasUp);
        cause = wasUp ? end.word() : cause;
        since = since == NONE ? loop.nanoTime() : since;
    }
}
