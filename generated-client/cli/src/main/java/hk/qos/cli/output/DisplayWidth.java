package hk.qos.cli.output;

/** The number of terminal columns that a text takes: two for East Asian wide characters, none for combining ones. */
public final class DisplayWidth {
    /** Wide characters that are not ideographs: first and last of each range. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f}, // Hangul initial consonants
        {0x2e80, 0x303e}, // radicals, punctuation
        {0x3041, 0x33ff}, // kana, enclosed letters, units
        {0xa960, 0xa97c}, // Hangul, extended
        {0xac00, 0xd7a3}, // Hangul syllables
        {0xfe30, 0xfe6f}, // vertical and small forms
        {0xff01, 0xff60}, // full-width letters
        {0xffe0, 0xffe6}, // full-width signs
        {0x1f300, 0x1faff} // pictographs
    };

    private DisplayWidth() {}

    /** Returns the columns of a text without escape sequences. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** Returns the text, shortened to a number of columns. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int point : text.codePoints().toArray()) {
            width += of(point);
            if (width >= columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return columns < 1 ? "" : kept.append('…').toString();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        if (Character.isIdeographic(point)) {
            return true;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
