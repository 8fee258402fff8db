package hk.qos.client.internal.format;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import hk.qos.client.internal.text.JsonMessages;
import hk.qos.stream.internal.check.Checks;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages for invalid JSON values, with their path. */
final class JsonFaults {
    private static final Pattern NEXT_ITEM = Pattern.compile("\\[(\\d+)]$");

    private JsonFaults() {}

    /** Applies {@code parser} to the value that was read last. */
    static <T> T parse(JsonReader in, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new JsonDataException(
                    "Cannot read " + Checks.quoted(text) + " at " + justRead(in) + ": " + JsonMessages.of(e), e);
        }
    }

    /** Returns the path of the value that was read last. In a list, the reader already points at the next item. */
    static String justRead(JsonReader in) {
        String path = in.getPath();
        Matcher item = NEXT_ITEM.matcher(path);
        return item.find() ? path.substring(0, item.start()) + "[" + (Integer.parseInt(item.group(1)) - 1) + "]" : path;
    }
}
