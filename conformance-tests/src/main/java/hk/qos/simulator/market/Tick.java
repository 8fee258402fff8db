package hk.qos.simulator.market;

/**
 * A trade.
 *
 * @param price in ticks
 * @param units volume, in the market's smallest volume
 * @param time seconds since the epoch
 * @param direction 0 unknown, 1 buy, 2 sell
 */
public record Tick(long price, long units, long time, int direction) {}
