// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key and its permissions.
 *
 * @param key The API key, 32 hexadecimal characters.
 * @param email E-mail address of the API key. Null if absent.
 * @param createdAt Time of registration, RFC 3339 with nanoseconds and offset on the wire. Null if absent.
 * @param expiresAt Time at which the API key expires, RFC 3339 with nanoseconds and offset on the wire. Null if
 *     absent.
 * @param permissions The permissions of the API key. Null if absent.
 */
public record Registration(
        String key,
        @Nullable String email,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Permissions permissions) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Registration {
        Checks.required("key", key);
    }

    /** Omits secret components. */
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
