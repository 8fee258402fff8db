package hk.qos.stream.internal.io;

/** Runs a task later even while the loop is blocked. */
public interface Alarm {

    /** Runs {@code task} once, after {@code nanos}, on another thread than the loop; it must return at once. */
    Loop.Timer schedule(long nanos, Runnable task);
}
