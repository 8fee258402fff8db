// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How other services spell codes, as the document says. */
final class CodeStyleTable {
    /** The markets whose instruments have codes. */
    static final Set<String> MARKETS = Set.of("US", "HK", "SH", "SZ", "CF", "FX", "IX", "CM");

    /** What the symbol of a text in a style matches, by market. */
    static final Map<String, Pattern> SYMBOLS = Map.ofEntries(
            Map.entry("US", Pattern.compile("[A-Z][A-Z0-9]*([.-][A-Z0-9]+)*")),
            Map.entry("HK", Pattern.compile("[0-9]{1,5}")),
            Map.entry("SH", Pattern.compile("[0-9]{6}")),
            Map.entry("SZ", Pattern.compile("[0-9]{6}"))
            );

    /** The spellings, style by style. */
    static final List<StyledCode> SPELLINGS = List.of(
            new StyledCode("FUTU", "US", "US.", "", 1, "."),
            new StyledCode("FUTU", "HK", "HK.", "", 5, "."),
            new StyledCode("FUTU", "SH", "SH.", "", 1, "."),
            new StyledCode("FUTU", "SZ", "SZ.", "", 1, "."),
            new StyledCode("JOINQUANT", "SH", "", ".XSHG", 1, "."),
            new StyledCode("JOINQUANT", "SZ", "", ".XSHE", 1, "."),
            new StyledCode("LONGPORT", "US", "", ".US", 1, "."),
            new StyledCode("LONGPORT", "HK", "", ".HK", 1, "."),
            new StyledCode("LONGPORT", "SH", "", ".SH", 1, "."),
            new StyledCode("LONGPORT", "SZ", "", ".SZ", 1, "."),
            new StyledCode("SINA", "HK", "hk", "", 5, "."),
            new StyledCode("SINA", "SH", "sh", "", 1, "."),
            new StyledCode("SINA", "SZ", "sz", "", 1, "."),
            new StyledCode("TRADINGVIEW", "HK", "HKEX:", "", 1, "."),
            new StyledCode("TRADINGVIEW", "SH", "SSE:", "", 1, "."),
            new StyledCode("TRADINGVIEW", "SZ", "SZSE:", "", 1, "."),
            new StyledCode("TUSHARE", "HK", "", ".HK", 5, "."),
            new StyledCode("TUSHARE", "SH", "", ".SH", 1, "."),
            new StyledCode("TUSHARE", "SZ", "", ".SZ", 1, "."),
            new StyledCode("YAHOO", "US", "", "", 1, "-"),
            new StyledCode("YAHOO", "HK", "", ".HK", 4, "-"),
            new StyledCode("YAHOO", "SH", "", ".SS", 1, "-"),
            new StyledCode("YAHOO", "SZ", "", ".SZ", 1, "-")
            );

    private CodeStyleTable() {}
}
