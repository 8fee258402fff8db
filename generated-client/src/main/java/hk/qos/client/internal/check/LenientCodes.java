package hk.qos.client.internal.check;

import hk.qos.stream.internal.check.Checks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Instrument codes as people and other services write them. */
public final class LenientCodes {
    /** A longer text is neither a code nor a list that a hint should repeat. */
    private static final int MAX_LENGTH = 500;

    private static final String BLANK =
            "[\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]++";

    /** Space at both ends, and beside separators. */
    private static final Pattern SPACE =
            Pattern.compile("^" + BLANK + "|" + BLANK + "$|(?<=[:.,])" + BLANK + "|" + BLANK + "(?=[:.,])");

    /** Characters that nobody sees in a code, and a separator of lists in Chinese. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060]");

    private static final char LIST_COMMA = '\u3001';
    private static final char FIRST_WIDE = '\uff01';
    private static final char LAST_WIDE = '\uff5e';
    private static final int WIDER = FIRST_WIDE - '!';

    private LenientCodes() {}

    /**
     * Returns the canonical code that a text means.
     *
     * @throws IllegalArgumentException if the text is null, or means no instrument or several
     */
    public static String parse(String text) {
        String plain = plain(Checks.required("text", text));
        String code = read(plain);
        if (code != null) {
            return CodeSpelling.canonical(code);
        }
        int colon = plain.indexOf(':');
        // A market that is newer than this version.
        String other = colon < 0 ? plain : plain.substring(0, colon).toUpperCase(Locale.ROOT) + plain.substring(colon);
        if (CodeSpelling.isCode(other)) {
            return CodeSpelling.canonical(other);
        }
        throw new IllegalArgumentException(
                "text must name one instrument and its market, such as HK:700, 700.HK or HK.00700: "
                        + Checks.quoted(text) + hint(text));
    }

    /**
     * Returns a code in the spelling of a style.
     *
     * @throws IllegalArgumentException if the code is null or invalid, or the style has no spelling for its market or symbol
     */
    public static String format(String code, String style) {
        String canonical = CodeSpelling.canonical(code);
        int colon = canonical.indexOf(':');
        String market = canonical.substring(0, colon);
        List<String> markets = new ArrayList<>();
        for (StyledCode spelling : CodeStyleTable.SPELLINGS) {
            if (spelling.style().equals(style)) {
                if (spelling.market().equals(market)) {
                    if (looksWrong(market, canonical)) {
                        throw new IllegalArgumentException("code has a symbol that the style " + style
                                + " cannot spell, since it does not match " + CodeStyleTable.SYMBOLS.get(market) + ": "
                                + Checks.quoted(code));
                    }
                    return spelling.write(canonical.substring(colon + 1));
                }
                markets.add(spelling.market());
            }
        }
        throw new IllegalArgumentException("code must be of one of the markets " + String.join(", ", markets)
                + " to be written in the style " + style + ": " + Checks.quoted(code));
    }

    /**
     * Returns what the caller may have meant, for the end of a message; empty if that cannot be told.
     *
     * @param text what is refused: a code, or several with commas between
     */
    public static String hint(String text) {
        if (text.length() > MAX_LENGTH) {
            return "";
        }
        Set<String> meant = new LinkedHashSet<>();
        String market = "";
        for (String part : plain(text).split(",", -1)) {
            boolean own = part.indexOf(':') < 0;
            String code = read(part);
            if (code == null && !market.isEmpty() && own) {
                code = read(market + part);
                if (code != null && looksWrong(code.substring(0, code.indexOf(':')), code)) {
                    return "";
                }
            }
            if (code != null && isForeign(code)) {
                code = read(code.substring(code.indexOf(':') + 1));
            }
            if (code == null) {
                return "";
            }
            market = code.substring(0, code.indexOf(':') + 1);
            meant.add(code);
        }
        return meant.stream().map(Checks::quoted).collect(Collectors.joining(", ", "; did you mean ", "?"));
    }

    /**
     * Whether the symbol of a code cannot be one of its market: it looks like a whole code in the spelling of another
     * service, such as {@code US:700.HK} in {@code US:AAPL,700.HK}, or has characters that nobody sees.
     */
    static boolean isForeign(String code) {
        if (code.length() > MAX_LENGTH
                || code.indexOf(LIST_COMMA) >= 0
                || INVISIBLE.matcher(code).find()) {
            return true;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        int colon = upper.indexOf(':');
        return looksWrong(upper.substring(0, colon), upper) && read(upper.substring(colon + 1)) != null;
    }

    /** Returns the canonical code of a known market that a text means, or null. */
    private static @Nullable String read(String plain) {
        int colon = plain.indexOf(':');
        if (colon > 0) {
            String own = known(plain.substring(0, colon).toUpperCase(Locale.ROOT), plain.substring(colon + 1));
            if (own != null) {
                return own;
            }
        }
        Set<String> meant = new LinkedHashSet<>();
        for (StyledCode spelling : CodeStyleTable.SPELLINGS) {
            String symbol = spelling.symbol(plain);
            String code = symbol == null ? null : known(spelling.market(), symbol);
            if (code != null && looksRight(spelling.market(), code)) {
                meant.add(code);
            }
        }
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    private static @Nullable String known(String market, String symbol) {
        String code = market + ":" + symbol;
        return CodeStyleTable.MARKETS.contains(market) && CodeSpelling.isCode(code)
                ? CodeSpelling.received(code)
                : null;
    }

    private static boolean looksWrong(String market, String code) {
        return CodeStyleTable.SYMBOLS.containsKey(market) && !looksRight(market, code);
    }

    private static boolean looksRight(String market, String code) {
        Pattern symbol = CodeStyleTable.SYMBOLS.get(market);
        return symbol != null
                && symbol.matcher(code.substring(market.length() + 1)).matches();
    }

    /** Narrows wide characters and removes space without meaning. */
    private static String plain(String text) {
        if (text.length() > MAX_LENGTH) {
            return text;
        }
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(
                    c >= FIRST_WIDE && c <= LAST_WIDE
                            ? (char) (c - WIDER)
                            : c == '\u3002' ? '.' : c == LIST_COMMA ? ',' : c);
        }
        return SPACE.matcher(INVISIBLE.matcher(narrow).replaceAll("")).replaceAll("");
    }
}
