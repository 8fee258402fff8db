package hk.qos.simulator.market;

/** Decimals of one kind as whole numbers of steps, and their print format. Thread-safe. */
public interface Steps {
    /** The size of a step. */
    double size();

    /** Formats a number of steps as the server does. */
    String print(long steps);
}
