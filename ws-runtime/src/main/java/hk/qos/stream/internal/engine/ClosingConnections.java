package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.Loop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections that have said goodbye and wait for the answer, but not long. On the loop. */
final class ClosingConnections {
    private final Context context;
    private final Map<Connection, Loop.Timer> waiting = new LinkedHashMap<>();

    ClosingConnections(Context context) {
        this.context = context;
    }

    /** Says goodbye on {@code connection}. */
    void begin(Connection connection) {
        long patience = context.options.deadlines().closeHandshake().toNanos();
        waiting.put(connection, context.loop.schedule(patience, () -> cut(connection)));
        connection.close(1000);
    }

    /** Waits no longer, since the next connection comes, or the end. */
    void cutAll() {
        List.copyOf(waiting.keySet()).forEach(this::cut);
    }

    private void cut(Connection connection) {
        Loop.Timer timer = waiting.remove(connection);
        if (timer != null) {
            timer.cancel();
            connection.abort();
        }
    }
}
