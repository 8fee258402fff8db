package hk.qos.client;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP interface, as its document describes it.
 *
 * @param name the method of the client
 * @param path the path below the base URL, with its leading slash
 * @param section the section of the vendor's documentation, such as {@code 4.3}
 * @param readOnly whether it changes nothing on the server, so that it may be sent again
 * @param needsKey whether it is sent with the key
 * @param permission what a registration calls its limits; null if a registration says nothing of it
 * @param requestsPerMinute how often the document allows it; 0 if the plan says how often
 */
public record Operation(
        String name,
        String path,
        String section,
        boolean readOnly,
        boolean needsKey,
        @Nullable String permission,
        int requestsPerMinute) {

    /** For messages: {@code snapshots (4.3)}. */
    @Override
    public String toString() {
        return name + " (" + section + ")";
    }
}
