package hk.qos.simulator.market;

import java.util.List;

/**
 * An order book.
 *
 * @param bids best first
 * @param asks best first
 * @param time seconds since the epoch
 */
public record Book(List<Level> bids, List<Level> asks, long time) {
    /**
     * One price of the book.
     *
     * @param price in ticks
     * @param units volume, in the market's smallest volume
     */
    public record Level(long price, long units) {}
}
