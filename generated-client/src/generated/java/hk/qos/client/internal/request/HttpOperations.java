// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.request;

import hk.qos.client.Operation;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import org.jspecify.annotations.Nullable;

/** The facts of the document about HTTP operations. Limits depend on the plan: each is only the default of a setting. */
public final class HttpOperations {
    /** The URL of the live service. */
    public static final String SERVER = "https://api.qos.hk";

    /** The request header that carries the API key. */
    public static final String KEY_HEADER = "key";

    /** The {@code message} of an envelope that reports success. Any other text is an error message. */
    public static final String SUCCESS = "OK";

    /** Matches a whole error message, ignoring case, if the server rejected the API key. */
    public static final String REFUSED_KEY = "(?!.*(limit|too many|exceed|frequen|connections)).*(?<![a-z])key(?![a-z]).*";

    /** {@code instruments} in {@code x-limits}. */
    public static final int INSTRUMENTS = 10;

    /** {@code requestsPerMinute} in {@code x-limits}. */
    public static final int REQUESTS_PER_MINUTE = 10;

    private HttpOperations() {}

    /** Requests a minute that the document states for this operation alone; 0 if the plan's rate applies. */
    public static int requestsPerMinute(Operation operation) {
        return switch (operation) {
            case REGISTER -> 1;
            default -> 0;
        };
    }

    /** The limits that a registration states for an operation; null if it states none. */
    public static @Nullable Permission permission(Operation operation, Permissions permissions) {
        return switch (operation) {
            case INSTRUMENT_INFO -> permissions.instrumentInfo();
            case SNAPSHOTS -> permissions.snapshots();
            case DEPTHS -> permissions.depths();
            case TRADES -> permissions.trades();
            case KLINES -> permissions.kLines();
            case HISTORY_KLINES -> permissions.historyKLines();
            default -> null;
        };
    }
}
