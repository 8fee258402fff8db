// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.check;

import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The spellings of instrument codes: {@code MARKET:SYMBOL}, and {@code MARKET:SYMBOL,SYMBOL} for several instruments of one
 * market. Records hold the canonical spelling: without leading zeros of the symbol in
 * HK, with upper-case symbols in
 * US, HK, SH, SZ, CF, FX.
 */
public final class CodeSpelling {
    private static final Pattern CODE = Pattern.compile("^[A-Z]+:[^,:\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$");

    private static final Set<String> WITHOUT_ZEROS = Set.of("HK");

    private static final Set<String> UPPER_CASE = Set.of("US", "HK", "SH", "SZ", "CF", "FX");

    private static final int MAX_KNOWN = 4096;

    /** Codes and their canonical spellings, bounded: most calls name the instruments of earlier ones. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CodeSpelling() {}

    /**
     * Returns the canonical spelling of a code.
     *
     * @throws IllegalArgumentException if {@code code} is not {@code MARKET:SYMBOL}
     */
    public static String canonical(String code) {
        return canonical("code", Checks.required("code", code), code);
    }

    /** Whether a text has the form of a single code, whatever its market. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** @param text what the caller gave, for the message: the code, or a batch that has it */
    private static String canonical(String argument, String code, String text) {
        String known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        String canonical = checked(argument, code, text);
        if (KNOWN.size() < MAX_KNOWN) {
            KNOWN.put(code, canonical);
            KNOWN.put(canonical, canonical);
        }
        return canonical;
    }

    private static String checked(String argument, String code, String text) {
        if (!isCode(code)) {
            throw new IllegalArgumentException(argument + " must have the form MARKET:SYMBOL: " + Checks.quoted(text)
                    + LenientCodes.hint(text));
        }
        if (LenientCodes.isForeign(code)) {
            throw new IllegalArgumentException(argument + " has a symbol that no instrument of its market has: "
                    + Checks.quoted(text) + LenientCodes.hint(text));
        }
        return spelled(code);
    }

    /** Returns the canonical spelling of a code that a server sent. A text that is not a code is returned unchanged. */
    public static String received(String code) {
        String known = KNOWN.get(Checks.required("code", code));
        return known == null ? spelled(code) : known;
    }

    /**
     * Splits batches and returns each distinct code once, in canonical spelling and in the order given.
     *
     * @throws IllegalArgumentException if an item is not a code
     */
    public static List<String> split(Collection<String> codes) {
        return split("codes", codes);
    }

    /**
     * Like {@link #split(Collection)}, for an argument of the given name.
     *
     * @throws IllegalArgumentException if an item is not a code; the message names the argument and the code
     */
    public static List<String> split(String argument, Collection<String> codes) {
        return List.copyOf(spellings(argument, codes).keySet());
    }

    /**
     * Like {@link #split(Collection)}, and maps each code to the spelling in which the caller first gave it.
     *
     * @throws IllegalArgumentException if an item is not a code
     */
    public static Map<String, String> spellings(Collection<String> codes) {
        return spellings("codes", codes);
    }

    private static Map<String, String> spellings(String argument, Collection<String> codes) {
        Map<String, String> single = new LinkedHashMap<>();
        for (String text : Checks.items(argument, codes, 0, Integer.MAX_VALUE)) {
            int colon = text.indexOf(':');
            int comma = text.indexOf(',');
            if (comma < 0 || colon < 0) {
                single.putIfAbsent(canonical(argument, text, text), text);
                continue;
            }
            if (colon < comma && text.indexOf(':', comma) >= 0) {
                throw new IllegalArgumentException(argument + " must name one market, and only once, in each text: "
                        + Checks.quoted(text) + LenientCodes.hint(text));
            }
            String market = text.substring(0, colon + 1);
            for (String symbol : text.substring(colon + 1).split(",", -1)) {
                single.putIfAbsent(canonical(argument, market + symbol, text), market + symbol);
            }
        }
        return single;
    }

    /**
     * Returns the codes as they are sent: one batch {@code MARKET:SYMBOL,SYMBOL} for each market, in the order in which the
     * markets first occur.
     *
     * @throws IllegalArgumentException if an item is not a code
     */
    public static List<String> batch(Collection<String> codes) {
        Map<String, StringBuilder> batches = new LinkedHashMap<>();
        for (String code : split(codes)) {
            int colon = code.indexOf(':');
            StringBuilder batch = batches.computeIfAbsent(code.substring(0, colon), market -> new StringBuilder());
            batch.append(batch.isEmpty() ? code : "," + code.substring(colon + 1));
        }
        return batches.values().stream().map(StringBuilder::toString).toList();
    }

    private static String spelled(String code) {
        int colon = code.indexOf(':');
        if (colon < 0) {
            return code;
        }
        String market = code.substring(0, colon);
        String cased = UPPER_CASE.contains(market) ? upperCase(code) : code;
        return WITHOUT_ZEROS.contains(market) ? withoutZeros(cased, colon) : cased;
    }

    /** Changes ASCII letters only, since the case of other letters depends on the Unicode version. */
    private static String upperCase(String code) {
        StringBuilder upper = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            upper.append(c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c);
        }
        return upper.toString();
    }

    private static String withoutZeros(String code, int colon) {
        int first = colon + 1;
        while (first < code.length() - 1 && code.charAt(first) == '0') {
            first++;
        }
        return first == colon + 1 ? code : code.substring(0, colon + 1) + code.substring(first);
    }
}
