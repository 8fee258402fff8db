package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import java.time.Instant;

/**
 * The server ignored the end of the page that was requested, and answered with newer items. It probably has only its newest
 * items to give; its support can tell how to get older ones.
 */
public class PagingIgnoredException extends ClientException {
    private static final long serialVersionUID = 1L;

    /**
     * @param operation the operation, for the message
     * @param key the key of the items
     * @param requested the requested end of the page
     * @param received the moment of the newest item of the answer
     */
    public PagingIgnoredException(String operation, String key, Instant requested, Instant received) {
        super(
                Checks.required("operation", operation) + " was asked for items of " + Checks.required("key", key)
                        + " up to " + Checks.required("requested", requested) + ", and was answered with items up to "
                        + Checks.required("received", received)
                        + ": the server ignores the end of a page; ask its support how to get older items",
                null);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
