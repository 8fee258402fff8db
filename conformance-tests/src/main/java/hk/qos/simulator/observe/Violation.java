package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * A violation of the documents or the plan by a client.
 *
 * @param kind the rule that was violated
 * @param where such as {@code POST /snapshot} or {@code frame S}
 * @param errorText the error text that was sent to the client
 * @param at the time
 */
public record Violation(Kind kind, String where, String errorText, Instant at) {
    /** The rules. */
    public enum Kind {
        /** The message does not match the documents. */
        SCHEMA,
        /** The API key is missing or unknown. */
        KEY,
        /** The request or connection has more instruments than the plan permits. */
        INSTRUMENTS,
        /** A query asks for more bars than the plan permits. */
        BARS,
        /** The interface was called more often than the plan permits. */
        RATE,
        /** The key has more connections than the plan permits. */
        CONNECTIONS,
        /** The frame followed the previous one too soon. */
        SPACING,
        /** The requested interface or command does not exist. */
        ADDRESS
    }
}
