package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recognizes codes in the spellings of other services, which the documents list. */
final class CodeHints {
    private static final Pattern SYMBOL = Pattern.compile("\\{symbol(:\\d+)?}");

    private record Spelling(String market, Pattern text, String dot) {}

    private final List<Spelling> spellings = new ArrayList<>();

    /** @param code the document's {@code x-code} */
    CodeHints(JsonNode code) {
        code.path("styles").properties().forEach(style -> {
            String dot = style.getValue().path("dot").asString(".");
            for (Map.Entry<String, JsonNode> market :
                    style.getValue().path("codes").properties()) {
                String symbol = code.path("symbols").path(market.getKey()).asString("");
                String[] around = SYMBOL.split(market.getValue().asString(), -1);
                if (!symbol.isEmpty() && around.length == 2 && !(around[0] + around[1]).isEmpty()) {
                    spellings.add(new Spelling(
                            market.getKey(),
                            Pattern.compile(
                                    Pattern.quote(around[0]) + "(?<symbol>" + symbol + ")" + Pattern.quote(around[1]),
                                    Pattern.CASE_INSENSITIVE),
                            dot));
                }
            }
        });
    }

    /** Returns the end of a message about a text that is no code; empty if what it means cannot be told. */
    String after(String text, UnaryOperator<String> canonical) {
        Set<String> meant = new LinkedHashSet<>();
        for (Spelling spelling : spellings) {
            Matcher found = spelling.text().matcher(text);
            if (found.matches()) {
                String symbol =
                        found.group("symbol").replace(spelling.dot(), ".").toUpperCase(Locale.ROOT);
                meant.add(canonical.apply(spelling.market() + ":" + symbol));
            }
        }
        return meant.size() == 1 ? "; did you mean \"" + meant.iterator().next() + "\"?" : "";
    }
}
