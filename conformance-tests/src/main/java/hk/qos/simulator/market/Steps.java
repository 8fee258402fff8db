package hk.qos.simulator.market;

/** Decimals of one kind, counted in whole steps, and how they are printed; safe for all threads. */
public interface Steps {
    /** One step. */
    double size();

    /** So many steps as the server prints them. */
    String print(long steps);
}
