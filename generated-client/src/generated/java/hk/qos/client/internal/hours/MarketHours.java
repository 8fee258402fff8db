// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.hours;

import hk.qos.client.model.Market;
import hk.qos.client.model.Session;
import java.util.List;
import java.util.Map;

/** When the markets trade, as the document says. */
public final class MarketHours {
    private static final Map<Market, TradingRules> RULES = Map.ofEntries(
            Map.entry(Market.US, TradingRules.ofDays("America/New_York", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), List.of(SessionTimes.of(Session.NIGHT, "20:00", "03:50"), SessionTimes.of(Session.PRE_MARKET, "04:00", "09:30"), SessionTimes.of(Session.REGULAR, "09:30", "16:00"), SessionTimes.of(Session.AFTER_HOURS, "16:00", "20:00")), List.of(SessionTimes.of(Session.NIGHT, "20:00", "03:50"), SessionTimes.of(Session.PRE_MARKET, "04:00", "09:30"), SessionTimes.of(Session.REGULAR, "09:30", "13:00"), SessionTimes.of(Session.AFTER_HOURS, "13:00", "17:00")))),
            Map.entry(Market.HK, TradingRules.ofDays("Asia/Hong_Kong", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), List.of(SessionTimes.of(Session.REGULAR, "09:30", "12:00"), SessionTimes.of(Session.REGULAR, "13:00", "16:00")), List.of(SessionTimes.of(Session.REGULAR, "09:30", "12:00")))),
            Map.entry(Market.SH, TradingRules.ofDays("Asia/Shanghai", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), List.of(SessionTimes.of(Session.REGULAR, "09:30", "11:30"), SessionTimes.of(Session.REGULAR, "13:00", "15:00")), List.of(SessionTimes.of(Session.REGULAR, "09:30", "11:30"), SessionTimes.of(Session.REGULAR, "13:00", "15:00")))),
            Map.entry(Market.SZ, TradingRules.ofDays("Asia/Shanghai", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), List.of(SessionTimes.of(Session.REGULAR, "09:30", "11:30"), SessionTimes.of(Session.REGULAR, "13:00", "15:00")), List.of(SessionTimes.of(Session.REGULAR, "09:30", "11:30"), SessionTimes.of(Session.REGULAR, "13:00", "15:00")))),
            Map.entry(Market.CF, TradingRules.always("UTC")),
            Map.entry(Market.FX, TradingRules.ofWeek("Asia/Shanghai", "America/New_York", "SUNDAY 17:00", "FRIDAY 17:00")),
            Map.entry(Market.CM, TradingRules.ofWeek("Asia/Shanghai", "America/New_York", "SUNDAY 17:00", "FRIDAY 17:00"))
            );

    private MarketHours() {}

    /** The rules of the markets whose hours are known. */
    public static Map<Market, TradingRules> rules() {
        return RULES;
    }
}
