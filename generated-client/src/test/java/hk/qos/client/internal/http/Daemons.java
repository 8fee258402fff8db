package hk.qos.client.internal.http;

import java.util.concurrent.Executor;

/** A thread for each task, as the client's own, without a bound. */
final class Daemons {
    private Daemons() {}

    static Executor start() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        };
    }
}
