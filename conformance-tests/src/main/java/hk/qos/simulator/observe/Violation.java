package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * Something that a client did and should not.
 *
 * @param kind which rule it broke
 * @param where such as {@code POST /snapshot} or {@code frame S}
 * @param words what the client was told
 * @param at when
 */
public record Violation(Kind kind, String where, String words, Instant at) {
    /** The rules. */
    public enum Kind {
        /** The message is not what the documents say. */
        SCHEMA,
        /** No key, or one that is not known. */
        KEY,
        /** More instruments than the plan permits. */
        INSTRUMENTS,
        /** More requests a minute than the plan permits. */
        RATE,
        /** More connections than the plan permits. */
        CONNECTIONS,
        /** A frame too soon after the one before. */
        SPACING,
        /** What is not there was asked for. */
        ADDRESS
    }
}
