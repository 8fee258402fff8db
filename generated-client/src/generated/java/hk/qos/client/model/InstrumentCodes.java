// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How instruments are named: {@code MARKET:SYMBOL}, on the wire also {@code MARKET:SYMBOL,SYMBOL}. Several spellings of
 * one instrument have one canonical form, which is what records hold; leading zeros of
 * symbols do not count in HK; symbols are upper case in
 * US, HK, SH, SZ, CF, FX.
 */
public final class InstrumentCodes {
    private static final Pattern CODE = Pattern.compile("^[A-Z]+:[^,:\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$");

    /** Markets that no code names. */
    private static final Set<String> WITHOUT_CODES = Set.of("SI");

    private static final Set<String> WITHOUT_ZEROS = Set.of("HK");

    private static final Set<String> UPPER_CASE = Set.of("US", "HK", "SH", "SZ", "CF", "FX");

    private InstrumentCodes() {}

    /**
     * The canonical spelling of one code.
     *
     * @throws IllegalArgumentException if it cannot be a code
     */
    public static String canonical(String code) {
        return canonical("code", code);
    }

    private static String canonical(String argument, String code) {
        if (!CODE.matcher(Checks.required(argument, code)).matches()) {
            throw new IllegalArgumentException(
                    argument + " must have the form MARKET:SYMBOL: " + Checks.quoted(code));
        }
        return received(code);
    }

    /** The canonical spelling of a code that a server sent; what is no code stays as it is. */
    public static String received(String code) {
        return spelled(Checks.required("code", code));
    }

    /** The market of a code; null if this version knows none that has codes and is called so, or it is no code. */
    public static @Nullable Market market(String code) {
        int colon = Checks.required("code", code).indexOf(':');
        String name = colon < 0 ? "" : code.substring(0, colon);
        Market market = WITHOUT_CODES.contains(name) ? Market.UNRECOGNIZED : Market.fromWire(name);
        return market == Market.UNRECOGNIZED ? null : market;
    }

    /**
     * Single codes of codes and batches: canonical, each once, in the order given.
     *
     * @throws IllegalArgumentException if one cannot be a code
     */
    public static List<String> split(Collection<String> codes) {
        return split("codes", codes);
    }

    /**
     * As {@link #split(Collection)}, of what a caller calls {@code argument}.
     *
     * @throws IllegalArgumentException if one cannot be a code; the message names argument and code
     */
    public static List<String> split(String argument, Collection<String> codes) {
        return List.copyOf(spellings(argument, codes).keySet());
    }

    /**
     * As {@link #split(Collection)}, each code with the spelling in which it was first given.
     *
     * @throws IllegalArgumentException if one cannot be a code
     */
    public static Map<String, String> spellings(Collection<String> codes) {
        return spellings("codes", codes);
    }

    private static Map<String, String> spellings(String argument, Collection<String> codes) {
        Map<String, String> single = new LinkedHashMap<>();
        for (String code : Checks.items(argument, codes, 0, Integer.MAX_VALUE)) {
            int colon = code.indexOf(':');
            if (code.indexOf(',') < 0 || colon < 0) {
                single.putIfAbsent(canonical(argument, code), code);
                continue;
            }
            String market = code.substring(0, colon + 1);
            for (String symbol : code.substring(colon + 1).split(",", -1)) {
                single.putIfAbsent(canonical(argument, market + symbol), market + symbol);
            }
        }
        return single;
    }

    /**
     * Codes as the wire wants them: one text for each market, {@code MARKET:SYMBOL,SYMBOL}, in the order in which the
     * markets are first named.
     *
     * @throws IllegalArgumentException if one cannot be a code
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

    /** Only the letters of ASCII: what others become depends on the version of Unicode. */
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
