package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import java.time.Duration;

/** Measures how long a stream goes without a connection, and what took the last one. On the loop. */
final class Downtime {
    private static final long NONE = -1;

    private final Context context;
    private long since = NONE;
    private String cause = "start";

    Downtime(Context context) {
        this.context = context;
    }

    void connected() {
        long now = context.loop.nanoTime();
        context.metrics.connected(cause, Duration.ofNanos(since == NONE ? 0 : now - since));
        since = NONE;
    }

    void ended(ConnectionEnd end, boolean wasUp) {
        context.metrics.disconnected(end.word(), wasUp);
        cause = wasUp ? end.word() : cause;
        since = since == NONE ? context.loop.nanoTime() : since;
    }
}
