package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.Loop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections without a session that have sent a Close frame and wait a limited time for the answer. On the loop. */
final class ClosingConnections {
    private final Context context;
    private final Runnable allClosed;
    private final Map<Connection, Loop.Timer> waiting = new LinkedHashMap<>();

    /** @param allClosed called when none is left */
    ClosingConnections(Context context, Runnable allClosed) {
        this.context = context;
        this.allClosed = allClosed;
    }

    /** Sends a Close frame on {@code connection}, and closes the socket when the peer answers or the time is over. */
    void begin(Connection connection) {
        long limit = context.options().timeouts().closeHandshake().toNanos();
        waiting.put(connection, context.loop().schedule(limit, () -> abort(connection)));
        connection.close(1000);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The connection has ended. */
    void ended(Connection connection) {
        Loop.Timer timer = waiting.remove(connection);
        if (timer != null) {
            timer.cancel();
            if (waiting.isEmpty()) {
                allClosed.run();
            }
        }
    }

    /** Closes all sockets now. */
    void abortAll() {
        List.copyOf(waiting.keySet()).forEach(this::abort);
    }

    private void abort(Connection connection) {
        if (waiting.containsKey(connection)) {
            connection.abort();
            ended(connection);
        }
    }
}
