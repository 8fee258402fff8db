package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes that come again and again into the same {@link String}, without making one each time. What the bytes
 * stand for is worked out once: several spellings may give one text. Bounded: when it is full, newcomers are not kept.
 * For one thread.
 */
public final class StringTable {
    private static final int MAX_BYTES = 64;

    private final Function<String, @Nullable String> canonical;
    private final int capacity;
    private final int mask;
    private final @Nullable Entry[] entries;
    private int size;

    /**
     * @param capacity how many spellings are kept, at least 1
     * @param canonical what a spelling stands for, null for nothing; an {@link IllegalArgumentException} of it makes the
     *     document malformed
     */
    public StringTable(int capacity, Function<String, @Nullable String> canonical) {
        if (capacity < 1 || capacity > 1 << 20) {
            throw new IllegalArgumentException("capacity must be 1 to " + (1 << 20) + ": " + capacity);
        }
        this.canonical = canonical;
        this.capacity = capacity;
        int slots = Integer.highestOneBit(capacity) * 4;
        mask = slots - 1;
        entries = new Entry[slots];
    }

    /** How many spellings are kept at present. */
    public int size() {
        return size;
    }

    /** The text for the bytes from {@code from} to {@code to}, which are UTF-8 without escapes. */
    @Nullable
    String text(ByteScanner in, int from, int to, int hash) throws MalformedFrameException {
        int slot = spread(hash) & mask;
        for (Entry entry = entries[slot]; entry != null; entry = entries[slot]) {
            byte[] known = entry.spelling;
            if (Arrays.equals(known, 0, known.length, in.bytes, from, to)) {
                return entry.text;
            }
            slot = (slot + 1) & mask;
        }
        String text = canonical(in, Escapes.utf8(in, from, to));
        if (size < capacity && to - from <= MAX_BYTES) {
            entries[slot] = new Entry(Arrays.copyOfRange(in.bytes, from, to), text);
            size++;
        }
        return text;
    }

    /** The text for a spelling that had to be unescaped; it is not kept. */
    @Nullable
    String canonical(ByteScanner in, String spelling) throws MalformedFrameException {
        try {
            return canonical.apply(spelling);
        } catch (IllegalArgumentException e) {
            throw in.malformed("a text is none of those that may stand there");
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }

    private static final class Entry {
        final byte[] spelling;
        final @Nullable String text;

        Entry(byte[] spelling, @Nullable String text) {
            this.spelling = spelling;
            this.text = text;
        }
    }
}
