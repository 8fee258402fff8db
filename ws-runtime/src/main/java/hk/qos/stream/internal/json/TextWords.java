package hk.qos.stream.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads text eight bytes at a time: a word is eight bytes as a {@code long} whose lowest byte comes first. Keys and decimals
 * in quotes are short, so that one or two words contain a whole value.
 */
final class TextWords {
    /** The number of bytes that must be readable in the array from the first character on. */
    static final int READABLE = 16;

    /** The result of {@link #decimal} for a text that is no decimal of 1 to 15 characters without sign. */
    static final long NONE = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long POINTS = ONES * '.';
    private static final long ZEROS = ONES * '0';
    /** Added to a byte, sets its highest bit if the byte is more than {@code '9'}. */
    private static final long ABOVE_NINE = ONES * (0x80 - '9' - 1);

    private static final int WHOLE = 64;
    private static final int SCALE_SHIFT = 4;
    private static final int VALUE_SHIFT = 8;
    private static final int LOW_FOUR = 0xf;

    private TextWords() {}

    static long word(byte[] b, int at) {
        return (long) WORD.get(b, at);
    }

    /** The number of bits before the first quote in {@code word}, a multiple of 8; 64 if it has none. */
    static int bitsBeforeQuote(long word) {
        return bitsBefore(word ^ QUOTES);
    }

    /** The first {@code bits} bits of {@code word}, the others 0. */
    static long first(long word, int bits) {
        return bits == WHOLE ? word : word & ((1L << bits) - 1);
    }

    /**
     * Reads digits, with or without a point, up to a quote.
     *
     * @return the parts, see {@link #value}, {@link #scale} and {@link #length}; {@link #NONE} if it is another text
     */
    static long decimal(byte[] b, int from) {
        long word = word(b, from);
        int bits = bitsBeforeQuote(word);
        return bits < WHOLE ? ofOneWord(first(word, bits), bits) : ofTwoWords(word, word(b, from + Long.BYTES));
    }

    /** The digits as a number. */
    static long value(long decimal) {
        return decimal >>> VALUE_SHIFT;
    }

    /** The number of digits after the point. */
    static int scale(long decimal) {
        return (int) (decimal >>> SCALE_SHIFT) & LOW_FOUR;
    }

    /** The number of characters. */
    static int length(long decimal) {
        return (int) decimal & LOW_FOUR;
    }

    private static long ofOneWord(long text, int bits) {
        int point = bitsBefore(text ^ POINTS);
        long digits = text;
        int left = bits;
        int scale = 0;
        if (point < bits) {
            digits = first(text, point) | (after(text, point) << point);
            left = bits - Byte.SIZE;
            scale = (left - point) / Byte.SIZE;
        }
        if (left == 0) {
            return NONE;
        }
        digits = (digits << (WHOLE - left)) | (ZEROS >>> left);
        return isNumber(digits) ? packed(number(digits), scale, bits / Byte.SIZE) : NONE;
    }

    private static long ofTwoWords(long firstWord, long secondWord) {
        int bits = bitsBeforeQuote(secondWord);
        if (bits == WHOLE) {
            return NONE;
        }
        long high = firstWord;
        long low = first(secondWord, bits);
        int left = bits;
        int scale = 0;
        int point = bitsBefore(high ^ POINTS);
        if (point < WHOLE) {
            high = first(high, point) | (after(high, point) << point) | (low << (WHOLE - Byte.SIZE));
            low >>>= Byte.SIZE;
            left -= Byte.SIZE;
            scale = (WHOLE + left - point) / Byte.SIZE;
        } else {
            point = bitsBefore(low ^ POINTS);
            if (point < bits) {
                low = first(low, point) | (after(low, point) << point);
                left -= Byte.SIZE;
                scale = (left - point) / Byte.SIZE;
            }
        }
        // Moves the digits to the end of the two words, after zeros.
        if (left < 0) {
            low = (high << Byte.SIZE) | '0';
            high = ZEROS;
        } else if (left == 0) {
            low = high;
            high = ZEROS;
        } else {
            low = (low << (WHOLE - left)) | (high >>> left);
            high = (high << (WHOLE - left)) | (ZEROS >>> left);
        }
        return isNumber(high) && isNumber(low)
                ? packed(number(high) * 100_000_000L + number(low), scale, (WHOLE + bits) / Byte.SIZE)
                : NONE;
    }

    private static long packed(long value, int scale, int length) {
        return (value << VALUE_SHIFT) | ((long) scale << SCALE_SHIFT) | length;
    }

    /** What follows the character at {@code bits}, moved to the beginning. */
    private static long after(long word, int bits) {
        int next = bits + Byte.SIZE;
        return next == WHOLE ? 0 : word >>> next;
    }

    /** The number of bits before the first byte that is 0; 64 if none is. */
    private static int bitsBefore(long word) {
        long found = (word - ONES) & ~word & HIGH_BITS;
        return Long.numberOfTrailingZeros(found) & -Byte.SIZE;
    }

    /** Whether all bytes are digits. */
    private static boolean isNumber(long word) {
        return (((word + ABOVE_NINE) | (word - ZEROS)) & HIGH_BITS) == 0;
    }

    /** The number of eight digits: adds neighbours, then pairs, then fours. */
    private static long number(long word) {
        long digits = word - ZEROS;
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_ffff_0000_ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffff_ffffL;
    }
}
