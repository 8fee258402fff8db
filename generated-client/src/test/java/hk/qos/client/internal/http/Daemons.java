package hk.qos.client.internal.http;

import java.util.concurrent.Executor;

/** Starts a daemon thread for each task, like the client's own executor. */
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
