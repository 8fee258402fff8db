// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key and what it permits.
 *
 * @param key The API key, 32 hexadecimal characters.
 * @param email Address that the key belongs to. Null if absent.
 * @param createdAt Moment of registration, RFC 3339 with nanoseconds and offset on the wire. Null if absent.
 * @param expiresAt Moment at which the key ceases to work, RFC 3339 with nanoseconds and offset on the wire.
 *     Null if absent.
 * @param permissions What the key permits, by interface. Null if absent.
 */
public record Registration(
        String key,
        @Nullable String email,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Permissions permissions) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public Registration {
        Objects.requireNonNull(key, "key");
    }

    /** Without what must stay secret. */
    @Override
    public String toString() {
        return "Registration["
                + "key=" + "<redacted>"
                + ", email=" + email
                + ", createdAt=" + createdAt
                + ", expiresAt=" + expiresAt
                + ", permissions=" + permissions
                + "]";
    }
}
