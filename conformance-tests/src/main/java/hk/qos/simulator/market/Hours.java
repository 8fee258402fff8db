package hk.qos.simulator.market;

/** When the markets trade. */
public enum Hours {
    /**
     * Always, so that a test receives pushes at any hour: every calendar day is a trading day and lasts from local
     * midnight to local midnight. United States sessions still follow the time of day in New York.
     */
    ALWAYS,
    /**
     * In the hours of the exchanges, Monday to Friday; without holidays. The United States' night session ends at
     * 03:50. Currencies and commodities trade from Monday 05:00 to Saturday 05:00 in UTC+8, in New York's winter from
     * 06:00 to 06:00. Crypto trades all the time.
     */
    EXCHANGE
}
