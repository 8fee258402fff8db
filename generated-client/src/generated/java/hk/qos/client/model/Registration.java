// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key and its permissions.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param key The API key, 32 hexadecimal characters. On the wire {@code key}.
 * @param email E-mail address of the API key. Null if absent. On the wire {@code email}.
 * @param createdAt Time of registration, RFC 3339 with nanoseconds and offset on the wire. Null if absent. On
 *     the wire {@code created_at}.
 * @param expiresAt Time at which the API key expires, RFC 3339 with nanoseconds and offset on the wire. Null if
 *     absent. On the wire {@code expires_at}.
 * @param permissions The permissions of the API key. Null if absent. On the wire {@code permission}.
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

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
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

    /**
     * Builds a {@link Registration}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String key;
        private @Nullable String email;
        private @Nullable Instant createdAt;
        private @Nullable Instant expiresAt;
        private @Nullable Permissions permissions;

        private Builder() {}

        /**
         * The API key, 32 hexadecimal characters.
         */
        public Builder key(String key) {
            this.key = Checks.required("key", key);
            return this;
        }

        /**
         * E-mail address of the API key.
         */
        public Builder email(String email) {
            this.email = Checks.given("email", email);
            return this;
        }

        /**
         * Time of registration, RFC 3339 with nanoseconds and offset on the wire.
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = Checks.given("createdAt", createdAt);
            return this;
        }

        /**
         * Time at which the API key expires, RFC 3339 with nanoseconds and offset on the wire.
         */
        public Builder expiresAt(Instant expiresAt) {
            this.expiresAt = Checks.given("expiresAt", expiresAt);
            return this;
        }

        /**
         * The permissions of the API key.
         */
        public Builder permissions(Permissions permissions) {
            this.permissions = Checks.given("permissions", permissions);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Registration build() {
            return new Registration(Checks.required("key", key), email, createdAt, expiresAt, permissions);
        }
    }
}
