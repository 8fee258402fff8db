package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Interns strings: maps repeated bytes to the same {@link String} without allocation. The canonical text of a spelling is
 * computed once; several spellings may share one text. Bounded: a full table keeps no new spellings. Not thread-safe.
 */
public final class StringTable {
    private static final int MAX_BYTES = 64;

    private final Function<String, @Nullable String> canonical;
    private final int capacity;
    private final int mask;
    private final @Nullable Entry[] entries;
    private int size;

    /**
     * @param capacity the maximum number of spellings, at least 1
     * @param canonical the text of a spelling, null for none; its {@link IllegalArgumentException} makes the document
     *     malformed
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

    /** The number of spellings in the table. */
    public int size() {
        return size;
    }

    /** The text of the bytes from {@code from} to {@code to}, which are UTF-8 without escapes. */
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

    /** The text of an unescaped spelling, which is not kept. */
    @Nullable
    String canonical(ByteScanner in, String spelling) throws MalformedFrameException {
        try {
            return canonical.apply(spelling);
        } catch (IllegalArgumentException e) {
            throw in.malformed("a text is not one of the allowed ones");
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
