package hk.qos.client.internal.http;

import hk.qos.stream.spi.Redactor;
import java.io.IOException;
import java.util.regex.Pattern;
import okio.BufferedSource;

/**
 * How an answer says whether it worked, as the documents have it.
 *
 * @param ok the one message that means success
 * @param refusedKey what a whole error text matches if it is the key that is not accepted
 * @param words reads the server's words from the body of an HTTP error
 */
public record EnvelopeRules(String ok, Pattern refusedKey, WordsReader words) {

    /** Whether an error text says that the key is not accepted. */
    boolean refusesKey(String words) {
        return refusedKey.matcher(Redactor.unmarked(words)).matches();
    }

    /** Reads the server's words; anything thrown means that the body has none. */
    @FunctionalInterface
    public interface WordsReader {
        /** The words in {@code body}. */
        String read(BufferedSource body) throws IOException;
    }
}
