package hk.qos.simulator.market;

/**
 * One price of a scripted order book.
 *
 * @param price in money
 * @param volume in the market's unit, zero or more
 */
public record PriceLevel(String price, String volume) {}
