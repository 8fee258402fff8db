package hk.qos.client.internal.text;

import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;

/**
 * Prepares JSON of servers for a strict reader: removes a byte order mark, and replaces a bare {@code NaN}, {@code
 * Infinity} or {@code -Infinity} by an empty string. {@link hk.qos.stream.internal.json.JsonCursor} accepts the same.
 */
public final class JsonText {
    private static final ByteString MARK = ByteString.decodeHex("efbbbf");
    private static final List<ByteString> NO_NUMBERS = List.of(
            ByteString.encodeUtf8("NaN"), ByteString.encodeUtf8("Infinity"), ByteString.encodeUtf8("-Infinity"));

    private final Buffer text;
    private boolean inString;
    private boolean escaped;
    /** The last byte outside strings that is not white space. */
    private int before;

    private JsonText(Buffer text) {
        this.text = text;
    }

    /** Returns a reader of {@code text}, which it modifies and consumes. */
    public static JsonReader reader(Buffer text) throws EOFException {
        dropMark(text);
        Map<Long, Integer> found = new JsonText(text).noNumbers();
        if (!found.isEmpty()) {
            replace(text, found);
        }
        return JsonReader.of(text);
    }

    /** Removes a byte order mark at the start of {@code text}. */
    public static void dropMark(Buffer text) throws EOFException {
        if (text.rangeEquals(0, MARK)) {
            text.skip(MARK.size());
        }
    }

    /** The positions and lengths of such values. */
    private Map<Long, Integer> noNumbers() {
        Map<Long, Integer> found = new LinkedHashMap<>();
        try (Buffer.UnsafeCursor cursor = text.readUnsafe()) {
            while (cursor.next() != -1) {
                byte[] data = cursor.data;
                for (int i = cursor.start; data != null && i < cursor.end; i++) {
                    if (mayStartHere(data[i])) {
                        long at = cursor.offset + i - cursor.start;
                        int length = lengthOfNoNumber(at);
                        if (length > 0) {
                            found.put(at, length);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Advances by one byte; returns whether it can start such a value. */
    private boolean mayStartHere(byte b) {
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return false;
        }
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            return false;
        }
        int last = before;
        before = b;
        inString = b == '"';
        boolean valueIsDue = last == ':' || last == '[' || last == ',';
        return valueIsDue && (b == 'N' || b == 'I' || b == '-');
    }

    private int lengthOfNoNumber(long at) {
        for (ByteString word : NO_NUMBERS) {
            if (text.rangeEquals(at, word)) {
                return endsAt(at + word.size()) ? word.size() : 0;
            }
        }
        return 0;
    }

    private boolean endsAt(long from) {
        for (long at = from; at < text.size(); at++) {
            byte b = text.getByte(at);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == ',' || b == ']' || b == '}';
            }
        }
        return false;
    }

    private static void replace(Buffer text, Map<Long, Integer> found) {
        try (Buffer.UnsafeCursor cursor = text.readAndWriteUnsafe()) {
            found.forEach((start, length) -> {
                for (int i = 0; i < length; i++) {
                    cursor.seek(start + i);
                    byte[] data = cursor.data;
                    if (data != null) {
                        data[cursor.start] = (byte) (i < 2 ? '"' : ' ');
                    }
                }
            });
        }
    }
}
