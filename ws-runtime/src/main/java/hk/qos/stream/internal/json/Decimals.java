package hk.qos.stream.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/** Parses numbers in text for all readers. Keeps the scale and bounds the size. */
public final class Decimals {
    /** The longest text in characters, since the cost of parsing grows with its square. */
    public static final int MAX_LENGTH = 128;

    /** The largest exponent of either sign, since a few bytes could otherwise print as megabytes. */
    public static final int MAX_EXPONENT = 1000;

    /** The most digits of a number that always fits into a {@code long}. */
    static final int LONG_DIGITS = 18;

    /** The most digits that {@link #ofDigits} reads. */
    static final int MAX_PLAIN_DIGITS = 2 * LONG_DIGITS;

    private static final long[] POWERS_OF_TEN =
            LongStream.iterate(1, power -> power * 10).limit(LONG_DIGITS + 1).toArray();

    private Decimals() {}

    /**
     * The decimal of ASCII digits, more than {@link #LONG_DIGITS} and at most {@link #MAX_PLAIN_DIGITS}, possibly with a point
     * among them: two {@code long}s and one product of 128 bits.
     */
    static BigDecimal ofDigits(boolean negative, byte[] b, int from, int to, int scale) {
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = b[i] - '0';
            if (b[i] == '.') {
                continue;
            }
            if (digits++ < LONG_DIGITS) {
                high = high * 10 + digit;
            } else {
                low = low * 10 + digit;
            }
        }
        long power = POWERS_OF_TEN[digits - LONG_DIGITS];
        long upper = Math.multiplyHigh(high, power);
        long product = high * power;
        long lower = product + low;
        upper += Long.compareUnsigned(lower, product) < 0 ? 1 : 0;
        if (upper == 0 && lower >= 0) {
            return BigDecimal.valueOf(negative ? -lower : lower, scale);
        }
        byte[] magnitude = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(upper)
                .putLong(lower)
                .array();
        return new BigDecimal(new BigInteger(negative ? -1 : 1, magnitude), scale);
    }

    /**
     * A decimal number, possibly with an exponent.
     *
     * @throws NumberFormatException if it is not a number, or exceeds the bounds
     */
    public static BigDecimal parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NumberFormatException("a number of " + text.length() + " characters");
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw new NumberFormatException("a number with exponent " + -(long) value.scale());
        }
        return value;
    }

    /**
     * A whole number, which may have a fraction of zeros or an exponent.
     *
     * @throws NumberFormatException if it is not a whole number of 64 bits
     */
    public static long parseLong(String text) {
        BigDecimal value = parse(text);
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new NumberFormatException("not a whole number of 64 bits");
        }
    }

    /**
     * As {@link #parseLong}, in 32 bits.
     *
     * @throws NumberFormatException if it is not a whole number of 32 bits
     */
    public static int parseInt(String text) {
        long value = parseLong(text);
        if (value != (int) value) {
            throw new NumberFormatException("not a whole number of 32 bits");
        }
        return (int) value;
    }
}
