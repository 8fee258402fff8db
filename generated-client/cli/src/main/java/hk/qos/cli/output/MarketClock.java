package hk.qos.cli.output;

import hk.qos.client.TradingHours;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.Market;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clocks of markets. */
public final class MarketClock {
    private MarketClock() {}

    /** Returns the zone of an instrument's market; UTC if its hours are not known. */
    public static ZoneId of(String code) {
        Market market = InstrumentCodes.market(code);
        return market != null && TradingHours.markets().contains(market)
                ? TradingHours.of(market).zone()
                : ZoneOffset.UTC;
    }
}
