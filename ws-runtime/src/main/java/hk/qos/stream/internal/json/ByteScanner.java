package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Scans the bytes of one document: white space, strings, numbers and literals, but not their nesting. Never reads past the end.
 */
abstract class ByteScanner {
    private static final byte[] NOTHING = {};
    private static final int KEPT_SCRATCH = 64 * 1024;

    private byte[] scratch = NOTHING;
    byte[] bytes = NOTHING;
    int pos;
    int end;
    private int origin;

    /** Reads the readable bytes of {@code frame}; copies them only if they are not on the heap. Changes no index. */
    final void take(ByteBuf frame) {
        int length = frame.readableBytes();
        if (frame.hasArray()) {
            take(frame.array(), frame.arrayOffset() + frame.readerIndex(), length);
            return;
        }
        byte[] target = scratch.length >= length ? scratch : new byte[length];
        if (length <= KEPT_SCRATCH) {
            scratch = target;
        }
        frame.getBytes(frame.readerIndex(), target, 0, length);
        take(target, 0, length);
    }

    final void take(byte[] source, int offset, int length) {
        bytes = source;
        end = offset + length;
        boolean marked = at(offset) == 0xEF && at(offset + 1) == 0xBB && at(offset + 2) == 0xBF;
        origin = marked ? offset + 3 : offset;
        pos = origin;
    }

    /** Returns to the first byte, after a byte order mark. */
    final void toStart() {
        pos = origin;
    }

    /** Skips white space and returns the byte at the position without consuming it. */
    final int peek() throws MalformedFrameException {
        byte[] b = bytes;
        int p = pos;
        int limit = end;
        while (p < limit) {
            int c = b[p];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                pos = p;
                return c;
            }
            p++;
        }
        pos = p;
        throw malformed("the document ends too early");
    }

    /** Skips white space and consumes the next byte, which must be {@code expected}. */
    final void expect(char expected) throws MalformedFrameException {
        if (pos < end && bytes[pos] == expected) {
            pos++;
            return;
        }
        if (peek() != expected) {
            throw malformed("'" + expected + "' expected");
        }
        pos++;
    }

    final boolean onlySpaceLeft() {
        for (int p = pos; p < end; p++) {
            int c = bytes[p];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Skips a string. Checks escapes, but not the encoding. */
    final void skipString() throws MalformedFrameException {
        int p = pos + 1;
        while (p < end) {
            int c = bytes[p];
            if (c == '"') {
                pos = p + 1;
                return;
            }
            p += c == '\\' ? Escapes.length(this, p) : 1;
        }
        throw malformed("a string does not end");
    }

    /** Reads the string at the position. */
    final String quoted() throws MalformedFrameException {
        byte[] b = bytes;
        int from = pos + 1;
        int seen = 0;
        for (int p = from; p < end; p++) {
            int c = b[p];
            if (c == '"') {
                pos = p + 1;
                return seen < 0 ? Escapes.utf8(this, from, p) : ascii(from, p);
            }
            if (c == '\\') {
                skipString();
                return Escapes.text(this, from, pos - 1);
            }
            seen |= c;
        }
        throw malformed("a string does not end");
    }

    final String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Skips a number. */
    final void skipNumber() throws MalformedFrameException {
        int p = pos;
        if (at(p) == '-') {
            p++;
        }
        int digits = p;
        p = skipDigits(p);
        if (p > digits + 1 && bytes[digits] == '0') {
            throw malformed("a number starts with 0");
        }
        if (at(p) == '.') {
            p = skipDigits(p + 1);
        }
        if (at(p) == 'e' || at(p) == 'E') {
            p++;
            p = skipDigits(at(p) == '+' || at(p) == '-' ? p + 1 : p);
        }
        if (isWord(at(p))) {
            throw malformed("a number goes on with something else");
        }
        pos = p;
    }

    private int skipDigits(int from) throws MalformedFrameException {
        int p = from;
        while (isDigit(at(p))) {
            p++;
        }
        if (p == from) {
            throw malformed("a digit expected");
        }
        return p;
    }

    /** Consumes {@code word} in any case, if it is at the position. */
    final boolean takeLiteral(String word) {
        int length = word.length();
        for (int i = 0; i < length; i++) {
            if ((at(pos + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        if (isWord(at(pos + length))) {
            return false;
        }
        pos += length;
        return true;
    }

    /** Consumes {@code NaN} or an infinity, if it is at the position, whose byte is {@code c}. */
    final boolean takeNotANumber(int c) {
        return switch (c) {
            case 'N' -> takeWord("NaN");
            case 'I' -> takeWord("Infinity");
            case '-' -> at(pos + 1) == 'I' && takeWord("-Infinity");
            default -> false;
        };
    }

    private boolean takeWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at(pos + i) != word.charAt(i)) {
                return false;
            }
        }
        if (isWord(at(pos + word.length()))) {
            return false;
        }
        pos += word.length();
        return true;
    }

    /** The byte at {@code p}; -1 after the end. */
    final int at(int p) {
        return p < end ? bytes[p] & 0xff : -1;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether {@code c} would continue a literal or number before it. */
    private static boolean isWord(int c) {
        return switch (c) {
            case -1, ' ', '\n', '\r', '\t', ',', ':', ']', '}', '[', '{' -> false;
            default -> true;
        };
    }

    /** An exception that names the position and does not quote the document. */
    final MalformedFrameException malformed(String what) {
        return new MalformedFrameException(what + ", at byte " + (pos - origin) + " of " + (end - origin));
    }
}
