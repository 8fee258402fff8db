package hk.qos.stream.internal.io;

/** Runs a task later, even if the loop is blocked. */
public interface Alarm {

    /** Runs {@code task} once, after {@code nanos}, on another thread than the loop's. The task must return at once. */
    Loop.Timer schedule(long nanos, Runnable task);
}
