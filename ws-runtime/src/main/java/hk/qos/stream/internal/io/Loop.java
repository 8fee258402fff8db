package hk.qos.stream.internal.io;

/** The thread that runs a stream's tasks in order, and its clocks. */
public interface Loop {

    /** Whether the caller is on this loop. */
    boolean inLoop();

    /**
     * Runs {@code task} later on this loop, in order of submission.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the loop has ended
     */
    void execute(Runnable task);

    /** Runs {@code task} on this loop once {@code nanos} have passed. */
    Timer schedule(long nanos, Runnable task);

    /**
     * Runs {@code task} once, on any thread, when the user shuts this loop down; at once if it is shut down already.
     */
    default void whenShutDown(Runnable task) {}

    /** Monotonic time in nanoseconds. */
    long nanoTime();

    /** Wall clock time in milliseconds since the epoch. */
    long millis();

    /** A scheduled task. */
    interface Timer {
        /** Cancels the task. Has no effect if it has run. Called on the loop. */
        void cancel();
    }
}
