// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

/**
 * The HTTP operations of the API, each a method of {@link QosHttp}. New versions of the API add constants: a {@code switch}
 * needs a {@code default}.
 */
public enum Operation {
    /** {@link QosHttp#register}: Register a key. Section 4.1. */
    REGISTER("register", "/register", "4.1", false, false),

    /** {@link QosHttp#instrumentInfo}: Instrument information. Section 4.2. */
    INSTRUMENT_INFO("instrumentInfo", "/instrument-info", "4.2", true, true),

    /** {@link QosHttp#snapshots}: Snapshots. Section 4.3. */
    SNAPSHOTS("snapshots", "/snapshot", "4.3", true, true),

    /** {@link QosHttp#depths}: Order books. Section 4.4. */
    DEPTHS("depths", "/depth", "4.4", true, true),

    /** {@link QosHttp#trades}: Latest trades. Section 4.5. */
    TRADES("trades", "/trade", "4.5", true, true),

    /** {@link QosHttp#kLines}: Latest K-lines. Section 4.6. */
    KLINES("kLines", "/kline", "4.6", true, true),

    /** {@link QosHttp#historyKLines}: Historical K-lines. Section 4.7. */
    HISTORY_KLINES("historyKLines", "/history", "4.7", true, true),

    /** {@link QosHttp#marketCalendar}: Trading days. Section 4.8. */
    MARKET_CALENDAR("marketCalendar", "/market-calendar", "4.8", true, true),

    /** {@link QosHttp#productList}: Products. Section 4.9. */
    PRODUCT_LIST("productList", "/product-list", "4.9", true, true);

    private final String methodName;
    private final String path;
    private final String section;
    private final boolean readOnly;
    private final boolean needsApiKey;

    Operation(String methodName, String path, String section, boolean readOnly, boolean needsApiKey) {
        this.methodName = methodName;
        this.path = path;
        this.section = section;
        this.readOnly = readOnly;
        this.needsApiKey = needsApiKey;
    }

    /** The method of {@link QosHttp}, such as {@code snapshots}. Metrics carry this name. */
    public String methodName() {
        return methodName;
    }

    /** The path below the base URL, with a leading slash, such as {@code /snapshot}. */
    public String path() {
        return path;
    }

    /** The section of the vendor's documentation, such as {@code 4.3}. */
    public String section() {
        return section;
    }

    /** Whether the operation changes nothing on the server. Only such an operation is retried after a failure. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Whether the request carries the API key. */
    public boolean needsApiKey() {
        return needsApiKey;
    }

    /** The method and the section, such as {@code snapshots (4.3)}. */
    @Override
    public String toString() {
        return methodName + " (" + section + ")";
    }
}
