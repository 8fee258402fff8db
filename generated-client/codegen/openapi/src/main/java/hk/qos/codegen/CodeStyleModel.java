package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How another service spells codes.
 *
 * @param name its constant
 * @param documentation what it is, as lines of a comment
 * @param markets the constants of the markets that it has codes of
 * @param spellings the expressions that make its spellings
 */
record CodeStyleModel(String name, List<String> documentation, String markets, List<String> spellings) {
    private static final Pattern SPELLING = Pattern.compile("([^{}]*)\\{symbol(?::([1-9]))?}([^{}]*)");

    static List<CodeStyleModel> all(Extensions styles, EnumModel markets) {
        List<CodeStyleModel> all = new ArrayList<>();
        for (String name : styles.fields().keySet()) {
            Extensions style = styles.map(name);
            List<String> spellings = new ArrayList<>();
            style.map("codes").fields().forEach((wire, spelling) -> {
                Matcher parts = SPELLING.matcher(String.valueOf(spelling));
                if (!parts.matches()) {
                    throw new DocumentException("x-code.styles." + name, spelling + " needs one {symbol}");
                }
                String width = parts.group(2) == null ? "1" : parts.group(2);
                spellings.add("new StyledCode("
                        + String.join(
                                ", ",
                                Preset.quoted(name),
                                Preset.quoted(wire),
                                Preset.quoted(parts.group(1)),
                                Preset.quoted(parts.group(3)),
                                width,
                                Preset.quoted(style.text("dot", ".")))
                        + ")");
            });
            String constants = style.map("codes").fields().keySet().stream()
                    .map(markets::constantOf)
                    .collect(Collectors.joining(", "));
            all.add(new CodeStyleModel(name, Javadoc.lines(style.text("description")), constants, spellings));
        }
        return all;
    }
}
