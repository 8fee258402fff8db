package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import tools.jackson.databind.JsonNode;

/** How instruments are spelled: batches taken apart, and the canonical spelling that the documents' rule makes. */
public final class Codes {
    private static final Set<String> FORMATS = Set.of("instrument-code", "instrument-code-batch");

    private final Set<String> dropLeadingZeros = new HashSet<>();

    Codes(Documents documents) {
        Located schemas = documents.openApi().member("components").member("schemas");
        Located code = documents.follow(schemas.member("InstrumentCode"));
        for (JsonNode market : code.node().path("x-code").path("drop-leading-zeros")) {
            dropLeadingZeros.add(market.asString());
        }
    }

    /** The distinct codes that a message names, canonical, in order. */
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

    private String canonical(String code) {
        int colon = code.indexOf(':');
        if (!dropLeadingZeros.contains(code.substring(0, colon))) {
            return code;
        }
        int digit = colon + 1;
        while (digit < code.length() - 1 && code.charAt(digit) == '0') {
            digit++;
        }
        return code.substring(0, colon + 1) + code.substring(digit);
    }
}
