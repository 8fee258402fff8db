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
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private final Function<String, @Nullable String> canonical;
    private final int capacity;
    private final int mask;
    private final @Nullable Entry[] entries;
    /** Entries of up to two words, found without touching the bytes of their spellings. */
    private final @Nullable Entry[] shortEntries;

    private int size;
    private int lengthOfKnown;

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
        shortEntries = new Entry[slots];
    }

    /** The text of the spelling that starts at {@code from} and ends before a quote; null if it is not known, or not short. */
    @Nullable
    String known(byte[] b, int from) {
        long low = TextWords.word(b, from);
        long high = 0;
        int bits = TextWords.bitsBeforeQuote(low);
        low = TextWords.first(low, bits);
        if (bits == Long.SIZE) {
            high = TextWords.word(b, from + Long.BYTES);
            int more = TextWords.bitsBeforeQuote(high);
            if (more == Long.SIZE) {
                return null;
            }
            high = TextWords.first(high, more);
            bits += more;
        }
        int slot = slot(low, high);
        for (Entry entry = shortEntries[slot]; entry != null; entry = shortEntries[slot]) {
            if (entry.low == low && entry.high == high) {
                lengthOfKnown = bits / Byte.SIZE;
                return entry.text;
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    /** The number of bytes of the spelling that {@link #known} found last. */
    int lengthOfKnown() {
        return lengthOfKnown;
    }

    private int slot(long low, long high) {
        long hash = (low ^ high * MIX) * MIX;
        return (int) (hash >>> Integer.SIZE) & mask;
    }

    /** Adds an entry whose spelling is short to those that {@link #known} finds. */
    private void addShort(Entry entry) {
        byte[] words = Arrays.copyOf(entry.spelling, TextWords.READABLE);
        entry.low = TextWords.word(words, 0);
        entry.high = TextWords.word(words, Long.BYTES);
        int slot = slot(entry.low, entry.high);
        while (shortEntries[slot] != null) {
            slot = (slot + 1) & mask;
        }
        shortEntries[slot] = entry;
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
            Entry entry = new Entry(Arrays.copyOfRange(in.bytes, from, to), text);
            entries[slot] = entry;
            size++;
            if (text != null && to - from < TextWords.READABLE) {
                addShort(entry);
            }
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
        /** The spelling as two words, if it is short. */
        long low;

        long high;

        Entry(byte[] spelling, @Nullable String text) {
            this.spelling = spelling;
            this.text = text;
        }
    }
}
