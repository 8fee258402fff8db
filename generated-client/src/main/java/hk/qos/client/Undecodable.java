package hk.qos.client;

import hk.qos.client.internal.check.Checks;

/**
 * An element of an answer that was omitted because it cannot be decoded.
 *
 * @param where the path in the answer, such as {@code $.data[3]}
 * @param why the reason, in at most 200 characters, without the API key
 */
public record Undecodable(String where, String why) {
    /** @throws IllegalArgumentException if a component is null */
    public Undecodable {
        Checks.required("where", where);
        Checks.required("why", why);
    }
}
