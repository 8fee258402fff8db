package hk.qos.simulator.market;

import hk.qos.simulator.spec.TradingHours;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The rules of one market.
 *
 * @param code the part of an instrument's code before the colon
 * @param hours when it trades
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
        TradingHours hours,
        int levels,
        double gap,
        boolean dividends,
        BigDecimal volumeUnit,
        int volumeShares,
        Fields fields,
        BigDecimal tick,
        JsonNode information) {
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

    /** Whether night, pre-market and after-hours sessions surround the regular one. */
    public boolean extended() {
        return hours.sessions().stream().anyMatch(span -> !span.session().equals(SessionKind.REGULAR.name()));
    }
}
