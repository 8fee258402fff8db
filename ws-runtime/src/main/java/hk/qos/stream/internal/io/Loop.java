package hk.qos.stream.internal.io;

/** One thread that runs everything of one stream, in order, and tells the time. */
public interface Loop {

    /** Whether the caller is on this loop. */
    boolean inLoop();

    /**
     * Runs {@code task} later on this loop, after what was handed in before.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the loop has ended
     */
    void execute(Runnable task);

    /** Runs {@code task} on this loop once {@code nanos} have passed. */
    Timer schedule(long nanos, Runnable task);

    /**
     * Runs {@code task} once, on any thread, if somebody else shuts this loop down, so that nothing runs on it any more;
     * at once if that has happened.
     */
    default void whenShutDown(Runnable task) {}

    /** Monotonic time in nanoseconds. */
    long nanoTime();

    /** Wall clock time in milliseconds since the epoch. */
    long millis();

    /** A task that waits for its time. */
    interface Timer {
        /** Takes it back; harmless once it ran. To be called on the loop. */
        void cancel();
    }
}
