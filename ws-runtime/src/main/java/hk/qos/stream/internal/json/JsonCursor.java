package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document forward, byte by byte. Common values are read without a {@link String}; others (escapes, numbers
 * instead of text and vice versa, exponents, long decimals) take slower branches with the same results. Every method throws
 * {@link MalformedFrameException}, and no other exception, if the document does not have the expected value. Not
 * thread-safe; reusable for the next document.
 *
 * <p>Accepts what Moshi's strict reader accepts: JSON, literals in any case, control characters in strings, and {@code \'}.
 * Skips a byte order mark, and reads {@code NaN}, {@code Infinity} and {@code -Infinity} as an empty text. Nesting is
 * bounded.
 */
public final class JsonCursor extends JsonNesting {
    private final ItemStack items = new ItemStack();

    /** Starts at the first readable byte of {@code frame}, which must not change until the last call. */
    public JsonCursor over(ByteBuf frame) {
        take(frame);
        start();
        items.clear();
        return this;
    }

    /** Starts at {@code offset}; the bytes must not change until the last call. */
    public JsonCursor over(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        take(source, offset, length);
        start();
        items.clear();
        return this;
    }

    /** The items of the lists that are being read. */
    public ItemStack items() {
        return items;
    }

    /** Skips the value and returns a copy of its bytes. */
    public byte[] skipCopy() throws MalformedFrameException {
        peek();
        int from = pos;
        skip();
        return Arrays.copyOfRange(bytes, from, pos);
    }

    /** Consumes the value if it is {@code null}, an empty text or not a number, which all mean that there is none. */
    public boolean absent() throws MalformedFrameException {
        int c = peek();
        if (c == '"') {
            if (at(pos + 1) != '"') {
                return false;
            }
            pos += 2;
            return true;
        }
        return nothing(c) || takeNotANumber(c);
    }

    /** Consumes the value if it is {@code null}. */
    public boolean isNull() throws MalformedFrameException {
        return nothing(peek());
    }

    private boolean nothing(int c) {
        return (c | 0x20) == 'n' && takeLiteral("null");
    }

    /** Whether the value is a text. */
    public boolean isText() throws MalformedFrameException {
        return peek() == '"';
    }

    /** A text, or the literal text of a number; {@code null} for {@code null}. */
    public @Nullable String string() throws MalformedFrameException {
        int c = peek();
        if (c == '"') {
            return quoted();
        }
        return nothing(c) ? null : number(c);
    }

    /** As {@link #string}, from {@code table}; {@code null} also for an empty text. */
    public @Nullable String string(StringTable table) throws MalformedFrameException {
        int c = peek();
        int first = pos + 1;
        if (c == '"' && bytes.length - first >= TextWords.READABLE) {
            String known = table.known(bytes, first);
            int length = table.lengthOfKnown();
            if (known != null && length < end - first) {
                pos = first + length + 1;
                return known;
            }
        }
        if (absent()) {
            return null;
        }
        c = peek();
        if (c != '"') {
            return table.canonical(this, number(c));
        }
        byte[] b = bytes;
        int from = pos + 1;
        int hash = 0;
        for (int p = from; p < end; p++) {
            int next = b[p];
            if (next == '"') {
                pos = p + 1;
                return table.text(this, from, p, hash);
            }
            if (next == '\\') {
                return table.canonical(this, quoted());
            }
            hash = 31 * hash + next;
        }
        throw malformed("a string does not end");
    }

    private String number(int c) throws MalformedFrameException {
        if (takeNotANumber(c)) {
            return "";
        }
        if (c != '-' && !isDigit(c)) {
            throw malformed("a text or number expected");
        }
        int from = pos;
        skipNumber();
        return ascii(from, pos);
    }

    /** A decimal as text or number, with its scale; {@code null} for none. */
    public @Nullable BigDecimal decimal() throws MalformedFrameException {
        BigDecimal usual = plainDecimal();
        return usual == null ? slowDecimal() : usual;
    }

    /**
     * Consumes the value if it is a text of 1 to {@value Decimals#MAX_PLAIN_DIGITS} digits, with or without sign and point, as
     * decimals usually are.
     *
     * @return the decimal with its scale, or {@code null} if the value is something else and not consumed
     */
    public @Nullable BigDecimal plainDecimal() throws MalformedFrameException {
        if (peek() != '"') {
            return null;
        }
        byte[] b = bytes;
        int p = pos + 1;
        if (b.length - p >= TextWords.READABLE) {
            long read = TextWords.decimal(b, p);
            if (read != TextWords.NONE && TextWords.length(read) < end - p) {
                pos = p + TextWords.length(read) + 1;
                return BigDecimal.valueOf(TextWords.value(read), TextWords.scale(read));
            }
        }
        return digits(p);
    }

    /** As {@link #plainDecimal}; its first character is at {@code first}. */
    private @Nullable BigDecimal digits(int first) {
        byte[] b = bytes;
        int limit = end;
        int p = first;
        boolean negative = p < limit && b[p] == '-';
        p = negative ? p + 1 : p;
        int from = p;
        long unscaled = 0;
        int digit;
        while (p < limit && (digit = b[p] - '0') >= 0 && digit <= 9) {
            unscaled = unscaled * 10 + digit;
            p++;
        }
        int digits = p - from;
        int scale = 0;
        if (p < limit && b[p] == '.') {
            int fraction = ++p;
            while (p < limit && (digit = b[p] - '0') >= 0 && digit <= 9) {
                unscaled = unscaled * 10 + digit;
                p++;
            }
            scale = p - fraction;
            digits += scale;
        }
        if (digits < 1 || digits > Decimals.MAX_PLAIN_DIGITS || p >= limit || b[p] != '"') {
            return null;
        }
        pos = p + 1;
        return digits <= Decimals.LONG_DIGITS
                ? BigDecimal.valueOf(negative ? -unscaled : unscaled, scale)
                : Decimals.ofDigits(negative, b, from, p, scale);
    }

    private @Nullable BigDecimal slowDecimal() throws MalformedFrameException {
        String text = string();
        try {
            return text == null || text.isEmpty() ? null : Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw malformed("not a decimal");
        }
    }

    /** A whole number, as number or text. Call {@link #absent} first. */
    public long int64() throws MalformedFrameException {
        byte[] b = bytes;
        int p = peek() == '-' ? pos + 1 : pos;
        int from = p;
        long value = 0;
        for (; p < end && isDigit(b[p]); p++) {
            value = value * 10 + (b[p] - '0');
        }
        int digits = p - from;
        int next = at(p);
        if (digits < 1
                || digits > 18
                || (next != ',' && next != '}' && next != ']')
                || (digits > 1 && b[from] == '0')) {
            return slowInt64();
        }
        boolean negative = from > pos;
        pos = p;
        return negative ? -value : value;
    }

    private long slowInt64() throws MalformedFrameException {
        String text = string();
        if (text == null) {
            throw malformed("a whole number expected");
        }
        try {
            return Decimals.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed("not a whole number");
        }
    }

    /** As {@link #int64}, in 32 bits. */
    public int int32() throws MalformedFrameException {
        long value = int64();
        if (value != (int) value) {
            throw malformed("not a whole number of 32 bits");
        }
        return (int) value;
    }

    /**
     * Consumes the value if it is a number of at most 9 digits only, as values of enumerations usually are.
     *
     * @return the number, or -1 if the value is something else and not consumed
     */
    public int shortNumber() throws MalformedFrameException {
        return (int) plainNumber(9);
    }

    /**
     * Consumes the value if it is a number of 1 to {@code most} digits only, at most 18.
     *
     * @return the number, or -1 if the value is something else and not consumed
     */
    public long plainNumber(int most) throws MalformedFrameException {
        peek();
        byte[] b = bytes;
        int from = pos;
        int limit = Math.min(end, from + most + 1);
        int p = from;
        long value = 0;
        int digit;
        while (p < limit && (digit = b[p] - '0') >= 0 && digit <= 9) {
            value = value * 10 + digit;
            p++;
        }
        if (p == from || p == limit || (b[from] == '0' && p > from + 1)) {
            return -1;
        }
        int next = b[p];
        if (next != ',' && next != '}' && next != ']') {
            return -1;
        }
        pos = p;
        return value;
    }

    /** {@code true} or {@code false}. Call {@link #absent} first. */
    public boolean bool() throws MalformedFrameException {
        peek();
        if (takeLiteral("true")) {
            return true;
        }
        if (takeLiteral("false")) {
            return false;
        }
        throw malformed("true or false expected");
    }

    /** An instant in seconds since the epoch; {@code null} for none. */
    public @Nullable Instant epochSecond() throws MalformedFrameException {
        if (absent()) {
            return null;
        }
        long seconds = int64();
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw malformed("not a moment");
        }
    }

    /** An exception that names the fault and its position. */
    public MalformedFrameException wrong(String what) {
        return malformed(what);
    }
}
