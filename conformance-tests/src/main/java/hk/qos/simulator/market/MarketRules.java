package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What the instruments of one market have in common.
 *
 * @param code the part of an instrument's code before the colon
 * @param zone where its days begin
 * @param sessions the hours of the exchange, as pairs of opening and close; empty for all day
 * @param extended whether night, pre-market and after-hours sessions surround the regular one
 * @param weekends whether it trades on Saturday and Sunday
 * @param levels how deep the order book is, on each side
 * @param gap how far an opening lies from the close before, as a part of a usual day's move
 * @param dividends whether older prices differ when adjusted
 * @param volumeUnit the smallest volume
 * @param volumeShares how many shares a volume of 1 stands for
 * @param fields what its snapshots and trades carry
 */
public record MarketRules(
        String code,
        ZoneId zone,
        List<Span> sessions,
        boolean extended,
        boolean weekends,
        int levels,
        double gap,
        boolean dividends,
        BigDecimal volumeUnit,
        int volumeShares,
        Fields fields) {
    /** From one time of day to another. */
    public record Span(LocalTime from, LocalTime to) {}

    /**
     * What the messages of a market carry, and how.
     *
     * @param previousClose whether snapshots tell the previous close
     * @param volume whether there are volumes
     * @param turnover how turnover is printed
     * @param status whether snapshots tell a suspension
     * @param keepZeros whether prices keep trailing zeros
     */
    public record Fields(boolean previousClose, boolean volume, Turnover turnover, boolean status, boolean keepZeros) {}

    /** How turnover is printed. */
    public enum Turnover {
        /** Not at all. */
        NONE,
        /** Two decimals. */
        CENTS,
        /** Ten decimals of a double, noise in the last ones included. */
        DOUBLE
    }
}
