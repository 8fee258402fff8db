package hk.qos.stream.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text without the escapes of JSON, URLs and HTML, with the position of each of its characters in the original.
 */
final class Unescaped {
    private static final String[] NAMED = {"&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'"};
    private static final int MAX_ENTITY_LENGTH = 10;

    private final StringBuilder text;
    private int[] starts;
    private boolean escaped;

    private Unescaped(CharSequence source) {
        this.text = new StringBuilder(source.length());
        this.starts = new int[source.length() + 1];
    }

    /** Null if {@code text} has no escape. */
    static @Nullable Unescaped of(String text) {
        boolean may = text.indexOf('\\') >= 0 || text.indexOf('%') >= 0 || text.indexOf('&') >= 0;
        return may ? read(text) : null;
    }

    private static @Nullable Unescaped read(CharSequence source) {
        Unescaped result = new Unescaped(source);
        int at = 0;
        while (at < source.length()) {
            at = result.next(source, at);
        }
        result.starts[result.text.length()] = source.length();
        result.starts = Arrays.copyOf(result.starts, result.text.length() + 1);
        return result.escaped ? result : null;
    }

    /** This text unescaped once more; null if it has no escape. */
    @Nullable
    Unescaped again() {
        Unescaped next = read(text);
        if (next != null) {
            for (int i = 0; i < next.starts.length; i++) {
                next.starts[i] = starts[next.starts[i]];
            }
        }
        return next;
    }

    CharSequence text() {
        return text;
    }

    /** The position in the original at which the character at {@code index} starts, or the previous one ends. */
    int from(int index) {
        return starts[index];
    }

    /** Reports each escape of the original. */
    void escapes(SecretRuns.Found each) {
        for (int i = 0; i < text.length(); i++) {
            if (starts[i + 1] - starts[i] > 1) {
                each.run(starts[i], starts[i + 1]);
            }
        }
    }

    /** Reads one character and returns the position of the next. */
    private int next(CharSequence source, int at) {
        char c = source.charAt(at);
        int end = switch (c) {
            case '\\' -> afterBackslash(source, at);
            case '%' -> number(source, at, at + 1, 2, 16);
            case '&' -> entity(source, at);
            default -> at;
        };
        if (end > at) {
            escaped = true;
            return end;
        }
        add(c, at);
        return at + 1;
    }

    private void add(char c, int at) {
        starts[text.length()] = at;
        text.append(c);
    }

    private int afterBackslash(CharSequence source, int at) {
        if (at + 1 >= source.length()) {
            return at;
        }
        char c = source.charAt(at + 1);
        int digits = c == 'u' ? 4 : c == 'x' ? 2 : 0;
        int end = digits == 0 ? at : number(source, at, at + 2, digits, 16);
        if (end > at) {
            return end;
        }
        int control = "bfnrt".indexOf(c);
        add(control < 0 ? c : "\b\f\n\r\t".charAt(control), at);
        return at + 2;
    }

    private int entity(CharSequence source, int at) {
        int end = at + 1;
        while (end < source.length() && end - at < MAX_ENTITY_LENGTH && source.charAt(end) != ';') {
            end++;
        }
        if (end >= source.length() || source.charAt(end) != ';') {
            return at;
        }
        String whole = source.subSequence(at, end + 1).toString();
        for (int i = 0; i < NAMED.length; i += 2) {
            if (NAMED[i].equals(whole)) {
                add(NAMED[i + 1].charAt(0), at);
                return end + 1;
            }
        }
        if (!whole.startsWith("&#")) {
            return at;
        }
        boolean hex = whole.startsWith("x", 2) || whole.startsWith("X", 2);
        int first = at + (hex ? 3 : 2);
        return number(source, at, first, end - first, hex ? 16 : 10) > at ? end + 1 : at;
    }

    /** Reads a numeric character reference and returns its end, or {@code at} if there is none. */
    private int number(CharSequence source, int at, int first, int digits, int radix) {
        if (digits < 1 || first + digits > source.length()) {
            return at;
        }
        int value = 0;
        for (int i = first; i < first + digits; i++) {
            int digit = Character.digit(source.charAt(i), radix);
            if (digit < 0) {
                return at;
            }
            value = value * radix + digit;
        }
        add((char) value, at);
        return first + digits;
    }
}
