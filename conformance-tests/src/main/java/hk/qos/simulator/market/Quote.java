package hk.qos.simulator.market;

import java.util.Map;

/**
 * The state of an instrument at a given time. Prices are in ticks, volumes in the market's smallest volume.
 *
 * @param last price of the last trade
 * @param lastTime of the last trade, seconds since the epoch
 * @param current session in which it was made
 * @param regular the daily bar so far
 * @param previousClose close of the trading day before the one in which the last trade was made
 * @param turnover the turnover of that bar, in money
 * @param suspended whether trading is suspended
 * @param sessions the sessions of the trading day beside the regular one, and the latest after-hours session
 */
public record Quote(
        long last,
        long lastTime,
        SessionKind current,
        Bar regular,
        long previousClose,
        double turnover,
        boolean suspended,
        Map<SessionKind, SessionFigures> sessions) {
    /**
     * One session outside the regular one.
     *
     * @param bar of the session so far
     * @param previousClose the regular close before it
     * @param lastTime of its last trade, seconds since the epoch
     * @param turnover in money
     */
    public record SessionFigures(Bar bar, long previousClose, long lastTime, double turnover) {}
}
