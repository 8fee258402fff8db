package hk.qos.client;

import hk.qos.stream.internal.check.Checks;

/**
 * An element of an answer that was omitted because it cannot be decoded.
 *
 * @param path the path in the answer, such as {@code $.data[3]}
 * @param reason why it could not be decoded, in at most 200 characters, without the API key
 */
public record Undecodable(String path, String reason) {
    /** @throws IllegalArgumentException if a component is null */
    public Undecodable {
        Checks.required("path", path);
        Checks.required("reason", reason);
    }
}
