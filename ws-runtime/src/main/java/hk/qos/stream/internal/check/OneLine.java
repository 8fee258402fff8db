package hk.qos.stream.internal.check;

import java.util.regex.Pattern;

/** Texts of others as one line of a message. */
public final class OneLine {
    /** Spaces of all kinds, line breaks, control characters, and marks that change the direction of text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");

    private OneLine() {}

    /** The text with a space for each run of spaces, line breaks and invisible characters. */
    public static String joined(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ");
    }

    /** The first {@code most} characters, with dots if there are more. */
    public static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "..." : text;
    }
}
