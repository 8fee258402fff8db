package hk.qos.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a command in order, with exit status 0, rather than kill it. */
final class Interrupt implements AutoCloseable {
    private static final long SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** Calls {@code end} when the process is asked to end, and waits for {@link #close}. */
    Interrupt(Runnable end) {
        this.hook = new Thread(() -> end(end), "qos-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable end) {
        end.run();
        try {
            if (ended.await(SECONDS, TimeUnit.SECONDS)) {
                // The status of a process that a signal ends would be another.
                Runtime.getRuntime().halt(Qos.OK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the command has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: the process is about to end.
        }
    }
}
