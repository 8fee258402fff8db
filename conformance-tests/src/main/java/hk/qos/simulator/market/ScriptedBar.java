package hk.qos.simulator.market;

import java.time.Instant;

/**
 * One scripted bar; prices in money.
 *
 * @param start when it begins
 * @param volume in the market's unit, zero or more
 */
public record ScriptedBar(Instant start, String open, String high, String low, String close, String volume) {}
