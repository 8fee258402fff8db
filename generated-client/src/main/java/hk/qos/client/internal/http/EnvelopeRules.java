package hk.qos.client.internal.http;

import hk.qos.stream.spi.Redactor;
import java.io.IOException;
import java.util.regex.Pattern;
import okio.BufferedSource;

/**
 * How an answer reports success, as the documents describe it.
 *
 * @param ok the message that means success
 * @param refusedKey matches a whole error message if the server rejected the API key
 * @param message reads the server's message from the body of an HTTP error
 */
public record EnvelopeRules(String ok, Pattern refusedKey, MessageReader message) {

    /** Whether an error message says that the server rejected the API key. */
    boolean refusesKey(String message) {
        return refusedKey.matcher(Redactor.unmarked(message)).matches();
    }

    /** Reads the server's message. Any exception means that the body has none. */
    @FunctionalInterface
    public interface MessageReader {
        /** Returns the message in {@code body}. */
        String read(BufferedSource body) throws IOException;
    }
}
