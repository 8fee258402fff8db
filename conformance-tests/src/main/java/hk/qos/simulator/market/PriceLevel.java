package hk.qos.simulator.market;

/**
 * One price of a scripted order book.
 *
 * @param price in money
 * @param volume as the market counts it, zero or more
 */
public record PriceLevel(String price, String volume) {}
