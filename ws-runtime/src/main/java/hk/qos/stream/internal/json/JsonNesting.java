package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the nesting of objects and arrays, and names of members; {@link JsonCursor} adds the values. */
abstract class JsonNesting extends ByteScanner {
    /** The maximum depth of objects and arrays. */
    public static final int MAX_DEPTH = 255;

    private static final int LONG_NAME = 0x8000_0000;
    private static final int BYTE = 0xff;
    /** The bytes around a name of one or two characters, the first one lowest: quotes and a colon. */
    private static final long ONE_CHARACTER = 0xffff_00ffL;

    private static final long ONE_CHARACTER_NAMED = 0x3a22_0022L;
    private static final long TWO_CHARACTERS = 0xff_ff00_00ffL;
    private static final long TWO_CHARACTERS_NAMED = 0x3a_2200_0022L;

    /** Whether what {@link #skip} entered is an object. */
    private final boolean[] inObject = new boolean[MAX_DEPTH + 1];

    private int depth;
    /** Whether nothing of the innermost object or array is read yet, so no comma is expected. */
    private boolean fresh;

    private byte[] nameBytes = {};
    private int nameFrom;
    private int nameTo;

    final void start() {
        depth = 0;
    }

    /** Returns to the start of the document. */
    public void rewind() {
        toStart();
        depth = 0;
    }

    /** The document must end here. */
    public void end() throws MalformedFrameException {
        if (depth != 0 || !onlySpaceLeft()) {
            throw malformed("the document goes on");
        }
    }

    /** Enters the object at the position. */
    public void beginObject() throws MalformedFrameException {
        expect('{');
        enter();
    }

    /** Enters the array at the position. */
    public void beginArray() throws MalformedFrameException {
        expect('[');
        enter();
    }

    private void enter() throws MalformedFrameException {
        if (depth == MAX_DEPTH) {
            throw malformed("nesting too deep");
        }
        depth++;
        fresh = true;
    }

    /** Moves to the next element of the array; leaves the array and returns {@code false} at its end. */
    public boolean nextElement() throws MalformedFrameException {
        if (!fresh && pos < end && bytes[pos] == ',') {
            pos++;
            return true;
        }
        int c = peek();
        if (c == ']') {
            return leave();
        }
        if (!fresh) {
            expect(',');
        }
        fresh = false;
        return true;
    }

    /**
     * Moves to the value of the next member of the object, or leaves the object at its end.
     *
     * @return the member's {@link #key}, or 0 at the end of the object
     */
    public int nextName() throws MalformedFrameException {
        byte[] b = bytes;
        int p = pos;
        if (b.length - p >= Long.BYTES && p < end) {
            if (b[p] == '}') {
                leave();
                return 0;
            }
            int usual = shortName(b, p);
            if (usual != 0) {
                return usual;
            }
        }
        return anyName();
    }

    /**
     * Consumes a name of one or two characters of ASCII, written without escape and white space, and its colon; returns 0 if it
     * is another. {@code b} has a whole word at {@code p}.
     */
    private int shortName(byte[] b, int p) {
        long word = TextWords.word(b, p);
        int from = p + 1;
        if (!fresh) {
            if ((byte) word != ',') {
                return 0;
            }
            word >>>= Byte.SIZE;
            from++;
        }
        int characters;
        int packed = (int) (word >>> Byte.SIZE) & BYTE;
        if ((word & ONE_CHARACTER) == ONE_CHARACTER_NAMED) {
            characters = 1;
        } else if ((word & TWO_CHARACTERS) == TWO_CHARACTERS_NAMED) {
            characters = 2;
            packed = (packed << Byte.SIZE) | ((int) (word >>> (2 * Byte.SIZE)) & BYTE);
        } else {
            return 0;
        }
        int to = from + characters;
        if (to + 2 > end || !isPlain((byte) (word >>> Byte.SIZE)) || !isPlain((byte) packed)) {
            return 0;
        }
        fresh = false;
        nameBytes = b;
        nameFrom = from;
        nameTo = to;
        pos = to + 2;
        return packed;
    }

    private static boolean isPlain(byte c) {
        return c > 0 && c != '"' && c != '\\';
    }

    private int anyName() throws MalformedFrameException {
        int c = peek();
        if (c == '}') {
            leave();
            return 0;
        }
        if (!fresh) {
            expect(',');
            c = peek();
        }
        fresh = false;
        if (c != '"') {
            throw malformed("a name expected");
        }
        int key = name();
        expect(':');
        return key;
    }

    private boolean leave() {
        pos++;
        depth--;
        fresh = false;
        return false;
    }

    private int name() throws MalformedFrameException {
        byte[] b = bytes;
        int from = pos + 1;
        int packed = 0;
        for (int p = from; p < end; p++) {
            int c = b[p];
            if (c == '"') {
                pos = p + 1;
                nameBytes = b;
                nameFrom = from;
                nameTo = p;
                boolean packs = p > from && p - from <= 4 && b[from] != 0;
                return packs ? packed : longKey(b, from, p);
            }
            if (c == '\\') {
                return escapedName();
            }
            packed = packed << 8 | (c & 0xff);
        }
        throw malformed("a name does not end");
    }

    private int escapedName() throws MalformedFrameException {
        byte[] utf8 = quoted().getBytes(StandardCharsets.UTF_8);
        nameBytes = utf8;
        nameFrom = 0;
        nameTo = utf8.length;
        return key(utf8);
    }

    /**
     * The value that {@link #nextName} returns for {@code name}, never 0. It is positive and unique if the name has 1 to 4
     * characters of ASCII without NUL; otherwise it is negative and {@link #nameIs} must decide.
     */
    public static int key(String name) {
        return key(name.getBytes(StandardCharsets.UTF_8));
    }

    private static int key(byte[] utf8) {
        if (utf8.length == 0 || utf8.length > 4 || utf8[0] == 0) {
            return longKey(utf8, 0, utf8.length);
        }
        int packed = 0;
        for (byte b : utf8) {
            packed = packed << 8 | (b & 0xff);
        }
        return packed;
    }

    private static int longKey(byte[] b, int from, int to) {
        if (to == from) {
            return LONG_NAME;
        }
        int length = to - from;
        return LONG_NAME
                | (length & 0x7f) << 24
                | (b[from] & 0xff) << 16
                | (b[from + length / 2] & 0xff) << 8
                | (b[to - 1] & 0xff);
    }

    /** Whether the last name was {@code utf8}. */
    public boolean nameIs(byte[] utf8) {
        return Arrays.equals(nameBytes, nameFrom, nameTo, utf8, 0, utf8.length);
    }

    /** Skips the value. */
    public void skip() throws MalformedFrameException {
        int outer = depth;
        skipStep();
        while (depth > outer) {
            if (inObject[depth] ? nextName() != 0 : nextElement()) {
                skipStep();
            }
        }
    }

    /** Skips a scalar, or the opening of an object or array. */
    private void skipStep() throws MalformedFrameException {
        int c = peek();
        switch (c) {
            case '{' -> {
                beginObject();
                inObject[depth] = true;
            }
            case '[' -> {
                beginArray();
                inObject[depth] = false;
            }
            case '"' -> skipString();
            default -> {
                if (takeNotANumber(c)) {
                    return;
                }
                if (c == '-' || isDigit(c)) {
                    skipNumber();
                } else if (!takeLiteral("null") && !takeLiteral("true") && !takeLiteral("false")) {
                    throw malformed("a value expected");
                }
            }
        }
    }
}
