// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How other services spell instrument codes. {@link InstrumentCodes#format} writes a code in a style,
 * {@link InstrumentCodes#parse} reads them all, except for
 * texts without a market, such as Yahoo's {@code BRK-B}.
 */
public enum CodeStyle {
    /** Futu and moomoo, {@code HK.00700} and {@code US.AAPL}. */
    FUTU(Market.US, Market.HK, Market.SH, Market.SZ),

    /** JoinQuant and RiceQuant, {@code 600519.XSHG} and {@code 000001.XSHE}. */
    JOINQUANT(Market.SH, Market.SZ),

    /** Longbridge and its LongPort API, {@code 700.HK} and {@code AAPL.US}. */
    LONGPORT(Market.US, Market.HK, Market.SH, Market.SZ),

    /** Sina and Tencent, {@code sh600519} and {@code hk00700}. */
    SINA(Market.HK, Market.SH, Market.SZ),

    /** TradingView, {@code HKEX:700} and {@code SSE:600519}. */
    TRADINGVIEW(Market.HK, Market.SH, Market.SZ),

    /** Tushare and Wind, {@code 00700.HK} and {@code 600519.SH}. */
    TUSHARE(Market.HK, Market.SH, Market.SZ),

    /** Yahoo Finance, {@code 0700.HK}, {@code 600519.SS} and {@code BRK-B}. */
    YAHOO(Market.US, Market.HK, Market.SH, Market.SZ);

    private final Set<Market> markets;

    CodeStyle(Market... markets) {
        this.markets = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(markets)));
    }

    /** Returns the markets whose codes have a spelling in this style. */
    public Set<Market> markets() {
        return markets;
    }
}
