package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The rules of one market.
 *
 * @param code the part of an instrument's code before the colon
 * @param zone where its days begin
 * @param sessions the hours of the exchange, as pairs of opening and close; empty for all day
 * @param extended whether night, pre-market and after-hours sessions surround the regular one
 * @param week whether it trades without a pause from Monday to Saturday morning, UTC+8, with New York's summer time
 * @param weekends whether it trades on Saturdays and Sundays
 * @param levels how deep the order book is, on each side
 * @param gap the distance of an opening from the previous close, as a fraction of a usual day's move
 * @param dividends whether older prices differ when adjusted
 * @param volumeUnit the smallest volume
 * @param volumeShares how many shares a volume of 1 stands for
 * @param fields the fields of its snapshots and trades
 * @param tick smallest price step of an instrument that is not in the catalogue
 * @param information of such an instrument, by wire name
 */
public record MarketRules(
        String code,
        ZoneId zone,
        List<Span> sessions,
        boolean extended,
        boolean week,
        boolean weekends,
        int levels,
        double gap,
        boolean dividends,
        BigDecimal volumeUnit,
        int volumeShares,
        Fields fields,
        BigDecimal tick,
        JsonNode information) {
    /** From one time of day to another. */
    public record Span(LocalTime from, LocalTime to) {}

    /**
     * The fields of a market's messages and their formats.
     *
     * @param previousClose whether snapshots have the previous close
     * @param turnover how turnover is printed
     * @param keepZeros whether prices keep trailing zeros
     * @param uncertain whether the vendor shows no example, so that every field but the code may be absent
     */
    public record Fields(boolean previousClose, Turnover turnover, boolean keepZeros, boolean uncertain) {}

    /** How turnover is printed. */
    public enum Turnover {
        /** Two decimals. */
        CENTS,
        /** Ten decimals of a double, including rounding noise. */
        DOUBLE
    }
}
