package hk.qos.client.internal.check;

import org.jspecify.annotations.Nullable;

/**
 * The codes of one market in the spelling of another service.
 *
 * @param style the name of the service
 * @param market the part of a code before the colon
 * @param before what precedes the symbol
 * @param after what follows it
 * @param width the least number of characters of the symbol, with zeros in front
 * @param dot what a dot in the symbol is in this spelling
 */
record StyledCode(String style, String market, String before, String after, int width, String dot) {

    /** Returns the symbol of a text in this spelling, in any case; null if the text is in another, or could be in any. */
    @Nullable
    String symbol(String text) {
        int end = text.length() - after.length();
        boolean marked = !before.isEmpty() || !after.isEmpty();
        return marked
                        && end > before.length()
                        && text.regionMatches(true, 0, before, 0, before.length())
                        && text.regionMatches(true, end, after, 0, after.length())
                ? text.substring(before.length(), end).replace(dot, ".")
                : null;
    }

    String write(String symbol) {
        return before + "0".repeat(Math.max(0, width - symbol.length())) + symbol.replace(".", dot) + after;
    }
}
