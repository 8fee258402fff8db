package hk.qos.client.call;

import java.io.IOException;
import okio.BufferedSource;

/**
 * How an answer says whether it worked, as the documents have it.
 *
 * @param ok the one message that means success
 * @param words reads the server's words from the body of an HTTP error
 */
public record EnvelopeRules(String ok, WordsReader words) {

    /** Reads the server's words; anything thrown means that the body has none. */
    @FunctionalInterface
    public interface WordsReader {
        /** The words in {@code body}. */
        String read(BufferedSource body) throws IOException;
    }
}
