package hk.qos.cli;

import hk.qos.client.model.Market;
import hk.qos.client.model.TradingDay;

/**
 * A row of a calendar. Public, since columns are read by reflection.
 *
 * @param market the market
 * @param day a day on which it trades
 */
public record MarketDay(Market market, TradingDay day) {}
