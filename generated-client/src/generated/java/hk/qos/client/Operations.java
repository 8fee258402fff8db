// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every HTTP interface of the document, and what the document says of all of them. */
public final class Operations {
    /** The live service. */
    public static final String SERVER = "https://api.qos.hk";

    /** The request header that carries the key. */
    public static final String KEY_HEADER = "key";

    /** What an envelope's message says when all went well; anything else is the error, in words. */
    public static final String SUCCESS = "OK";

    /** What a whole error text matches, in any case, if it is the key that is not accepted. */
    public static final String REFUSED_KEY = "(?!.*(limit|too many|exceed|frequen|connections)).*(?<![a-z])key(?![a-z]).*";

    /** Register a key. Section 4.1. */
    public static final Operation REGISTER = new Operation(
            "register", "/register", "4.1", false, false, null, 1);

    /** Instrument information. Section 4.2. */
    public static final Operation INSTRUMENT_INFO = new Operation(
            "instrumentInfo", "/instrument-info", "4.2", true, true, "instrumen_info", 0);

    /** Snapshots. Section 4.3. */
    public static final Operation SNAPSHOTS = new Operation(
            "snapshots", "/snapshot", "4.3", true, true, "snapshot", 0);

    /** Order books. Section 4.4. */
    public static final Operation DEPTH = new Operation(
            "depth", "/depth", "4.4", true, true, "depth", 0);

    /** Latest trades. Section 4.5. */
    public static final Operation TRADES = new Operation(
            "trades", "/trade", "4.5", true, true, "trade", 0);

    /** Latest K-lines. Section 4.6. */
    public static final Operation KLINES = new Operation(
            "klines", "/kline", "4.6", true, true, "kline", 0);

    /** Historical K-lines. Section 4.7. */
    public static final Operation HISTORY_KLINES = new Operation(
            "historyKlines", "/history", "4.7", true, true, "history", 0);

    /** Trading days. Section 4.8. */
    public static final Operation MARKET_CALENDAR = new Operation(
            "marketCalendar", "/market-calendar", "4.8", true, true, null, 0);

    /** Products. Section 4.9. */
    public static final Operation PRODUCT_LIST = new Operation(
            "productList", "/product-list", "4.9", true, true, null, 0);

    private static final List<Operation> ALL = List.of(
            REGISTER,
            INSTRUMENT_INFO,
            SNAPSHOTS,
            DEPTH,
            TRADES,
            KLINES,
            HISTORY_KLINES,
            MARKET_CALENDAR,
            PRODUCT_LIST);

    private Operations() {}

    /** All of them, in the order of the document. */
    public static List<Operation> all() {
        return ALL;
    }

    /** What a registration says of an operation; null if it says nothing. */
    public static @Nullable Permission permission(Operation operation, Permissions permissions) {
        String name = operation.permission();
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "depth" -> permissions.depth();
            case "history" -> permissions.history();
            case "instrumen_info" -> permissions.instrumentInfo();
            case "kline" -> permissions.kline();
            case "snapshot" -> permissions.snapshot();
            case "trade" -> permissions.trade();
            case "ws" -> permissions.stream();
            default -> null;
        };
    }
}
