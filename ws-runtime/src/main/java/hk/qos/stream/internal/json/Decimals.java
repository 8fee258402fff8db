package hk.qos.stream.internal.json;

import java.math.BigDecimal;

/** Numbers in text, with the same rules wherever they are read. Scale is kept; size is bounded. */
public final class Decimals {
    /** Longest text, in characters; no price has as many, and the cost of reading grows with the square. */
    public static final int MAX_LENGTH = 128;

    /** Largest exponent, of either sign; beyond it a few bytes would print as megabytes. */
    public static final int MAX_EXPONENT = 1000;

    private Decimals() {}

    /**
     * A decimal number, exponent allowed.
     *
     * @throws NumberFormatException if it is none, or larger than the bounds of this class
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
     * A whole number, which may be written with a fraction of zeros or an exponent.
     *
     * @throws NumberFormatException if it is none, or has no place in 64 bits
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
     * @throws NumberFormatException if it is none, or has no place in 32 bits
     */
    public static int parseInt(String text) {
        long value = parseLong(text);
        if (value != (int) value) {
            throw new NumberFormatException("not a whole number of 32 bits");
        }
        return (int) value;
    }
}
