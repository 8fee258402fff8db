package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How instruments are named.
 *
 * @param markets the enumeration of markets
 * @param withoutCodes the markets without codes, as they are on the wire
 * @param withoutZeros the markets whose symbols drop leading zeros, as they are on the wire
 * @param upperCase the markets whose symbols are upper case, as they are on the wire
 * @param symbols the markets whose symbols have a form of their own
 * @param withCodes the markets that have codes, as literals
 * @param styledSymbols what the symbols of texts in a style match
 * @param styles how others spell codes
 * @param pattern what a single code must match, as a Java literal
 */
record CodeModel(
        String markets,
        List<String> withoutCodes,
        List<String> withoutZeros,
        List<String> upperCase,
        List<SymbolModel> symbols,
        String withCodes,
        List<SymbolModel> styledSymbols,
        List<CodeStyleModel> styles,
        String pattern) {

    /** What the symbols of a market must match, as literals. */
    record SymbolModel(String market, String form) {}

    static CodeModel of(Map<String, Schema<?>> schemas, Map<String, EnumModel> enums) {
        return schemas.entrySet().stream()
                .filter(entry -> Extensions.of(entry.getValue()).has("x-code"))
                .findFirst()
                .map(entry -> of(entry.getKey(), entry.getValue(), enums))
                .orElseThrow(() -> new DocumentException("components.schemas", "none has x-code"));
    }

    private static CodeModel of(String name, Schema<?> schema, Map<String, EnumModel> enums) {
        Extensions code = Extensions.of(schema).map("x-code");
        String markets = code.reference("markets");
        if (markets == null || !enums.containsKey(markets) || schema.getPattern() == null) {
            throw new DocumentException(name, "needs a pattern, and x-code.markets must name an enumeration");
        }
        List<String> none = code.texts("without-codes");
        List<String> zeros = code.texts("drop-leading-zeros");
        List<String> upper = code.texts("upper-case");
        none.forEach(wire -> enums.get(markets).constantOf(wire));
        zeros.forEach(wire -> enums.get(markets).constantOf(wire));
        upper.forEach(wire -> enums.get(markets).constantOf(wire));
        String withCodes = enums.get(markets).values().stream()
                .filter(market -> !none.contains(market.wireLiteral()))
                .map(EnumModel.Value::literal)
                .collect(Collectors.joining(", "));
        String pattern = schema.getPattern().replace("\\", "\\\\").replace("\"", "\\\"");
        return new CodeModel(
                markets,
                none,
                zeros,
                upper,
                symbols(code.map("patterns"), enums.get(markets)),
                withCodes,
                symbols(code.map("symbols"), enums.get(markets)),
                CodeStyleModel.all(code.map("styles"), enums.get(markets)),
                pattern);
    }

    private static List<SymbolModel> symbols(Extensions forms, EnumModel markets) {
        List<SymbolModel> symbols = new ArrayList<>();
        forms.fields().forEach((wire, form) -> {
            markets.constantOf(wire);
            symbols.add(new SymbolModel(Preset.quoted(wire), Preset.quoted(String.valueOf(form))));
        });
        return symbols;
    }

    /** The expressions of all spellings, style by style. */
    List<String> spellings() {
        return styles.stream().flatMap(style -> style.spellings().stream()).toList();
    }

    String withoutCodesLiterals() {
        return literals(withoutCodes);
    }

    String zeros() {
        return String.join(", ", withoutZeros);
    }

    String zeroLiterals() {
        return literals(withoutZeros);
    }

    String upper() {
        return String.join(", ", upperCase);
    }

    String upperLiterals() {
        return literals(upperCase);
    }

    boolean hasSymbols() {
        return !symbols.isEmpty();
    }

    boolean hasUpper() {
        return !upperCase.isEmpty();
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
    }

    boolean hasZeros() {
        return !withoutZeros.isEmpty();
    }
}
