package hk.qos.stream.internal.json;

import java.math.BigDecimal;

/** Parses numbers in text for all readers. Keeps the scale and bounds the size. */
public final class Decimals {
    /** The longest text in characters, since the cost of parsing grows with its square. */
    public static final int MAX_LENGTH = 128;

    /** The largest exponent of either sign, since a few bytes could otherwise print as megabytes. */
    public static final int MAX_EXPONENT = 1000;

    private Decimals() {}

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
