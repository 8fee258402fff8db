package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Splits batches of codes, and converts codes to the canonical spelling of the documents. */
public final class Codes {
    private static final Set<String> FORMATS = Set.of("instrument-code", "instrument-code-batch");

    private final Pattern shape;
    private final CodeHints hints;
    private final Set<String> markets = new LinkedHashSet<>();
    private final Set<String> dropLeadingZeros = new HashSet<>();
    private final Set<String> upperCase = new HashSet<>();
    private final Map<String, Pattern> symbols = new HashMap<>();

    Codes(Documents documents) {
        DocumentNode schemas = documents.openApi().member("components").member("schemas");
        DocumentNode code = documents.follow(schemas.member("InstrumentCode"));
        shape = Pattern.compile(code.text("pattern", ""));
        hints = new CodeHints(code.node().path("x-code"));
        for (JsonNode market : documents.follow(schemas.member("Market")).node().path("enum")) {
            markets.add(market.asString());
        }
        for (JsonNode market : code.node().path("x-code").path("without-codes")) {
            markets.remove(market.asString());
        }
        for (JsonNode market : code.node().path("x-code").path("drop-leading-zeros")) {
            dropLeadingZeros.add(market.asString());
        }
        for (JsonNode market : code.node().path("x-code").path("upper-case")) {
            upperCase.add(market.asString());
        }
        code.node()
                .path("x-code")
                .path("patterns")
                .properties()
                .forEach(market -> symbols.put(
                        market.getKey(), Pattern.compile(market.getValue().asString())));
    }

    /** The distinct codes of a message in canonical spelling, in order. */
    public Set<String> in(JsonNode message, PayloadCheck check) {
        Set<String> codes = new LinkedHashSet<>();
        for (String batch : check.texts(message, FORMATS)) {
            codes.addAll(split(batch));
        }
        return codes;
    }

    /** {@code US:AAPL,TSLA} as {@code US:AAPL} and {@code US:TSLA}, canonical. */
    public List<String> split(String batch) {
        int colon = batch.indexOf(':');
        String market = batch.substring(0, colon + 1);
        List<String> codes = new ArrayList<>();
        for (StringTokenizer symbols = new StringTokenizer(batch.substring(colon + 1), ",");
                symbols.hasMoreTokens(); ) {
            codes.add(canonical(market + symbols.nextToken()));
        }
        return codes;
    }

    /**
     * Converts one code to canonical spelling.
     *
     * @throws IllegalArgumentException if the code is invalid or its market is unknown; the message names it
     */
    public String one(String code) {
        if (code == null) {
            throw new IllegalArgumentException("code is missing");
        }
        int colon = code.indexOf(':');
        if (!shape.matcher(code).matches() || !markets.contains(code.substring(0, colon))) {
            throw new IllegalArgumentException("\"" + code + "\" is not a code: MARKET:SYMBOL, of one of the markets "
                    + String.join(", ", markets) + hints.after(code, this::canonical));
        }
        String canonical = canonical(code);
        Pattern symbol = symbols.get(code.substring(0, colon));
        if (symbol != null && !symbol.matcher(canonical.substring(colon + 1)).matches()) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" is not a code: its symbol is not of the form " + symbol);
        }
        return canonical;
    }

    private String canonical(String given) {
        int colon = given.indexOf(':');
        String market = given.substring(0, colon);
        String code = upperCase.contains(market) ? upperCase(given) : given;
        if (!dropLeadingZeros.contains(market)) {
            return code;
        }
        int digit = colon + 1;
        while (digit < code.length() - 1 && code.charAt(digit) == '0') {
            digit++;
        }
        return code.substring(0, colon + 1) + code.substring(digit);
    }

    /** Changes ASCII letters only, as clients do. */
    private static String upperCase(String code) {
        StringBuilder upper = new StringBuilder();
        code.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
        return upper.toString();
    }
}
