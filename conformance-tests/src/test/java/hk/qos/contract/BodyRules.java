package hk.qos.contract;

import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kotlin.Triple;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer must have in common with an example: the fields that the example shows, each of the documented kind. A
 * text must match its type as well as its pattern, since a pattern alone would accept a number.
 */
final class BodyRules {
    private static final String DECIMAL = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";
    private static final String MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})";

    private static final Envelope ENVELOPE = Api.standard().stream().envelope();

    private final MatchingRuleCategory rules;
    private final Set<String> exact;
    private final AnswerSubject asked;
    private final boolean pinned;

    private BodyRules(MatchingRuleCategory rules, Set<String> exact, AnswerSubject asked, boolean pinned) {
        this.rules = rules;
        this.exact = exact;
        this.asked = asked;
        this.pinned = pinned;
    }

    /**
     * Rules for a message like this one.
     *
     * @param exact names of fields at the top that must be as in the example
     * @param asked its subject
     */
    static MatchingRuleCategory like(JsonNode example, SchemaView form, Set<String> exact, AnswerSubject asked) {
        MatchingRuleCategory rules = new MatchingRuleCategory("body");
        if (example.isObject()) {
            new BodyRules(rules, exact, asked, false).fields(example, form, "$");
        } else {
            rules.addRule("$", new RegexMatcher("[\\s\\S]*")); // A page of a gateway.
        }
        return rules;
    }

    private void walk(JsonNode value, @Nullable SchemaView form, String path) {
        if (form == null) {
            add(path, TypeMatcher.INSTANCE);
        } else if (value.isObject()) {
            fields(value, form, path);
        } else if (value.isArray()) {
            list(value, form, path);
        } else {
            leaf(value, form, path);
        }
    }

    private void fields(JsonNode value, SchemaView form, String path) {
        Map<String, SchemaView> fields = form.fields();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            SchemaView known = fields.containsKey(field.getKey()) ? fields.get(field.getKey()) : form.members();
            String at = path + "." + field.getKey();
            if (path.equals("$") && exact.contains(field.getKey())) {
                add(at, EqualsMatcher.INSTANCE);
            } else {
                walk(field.getValue(), known, at);
            }
        }
    }

    private void list(JsonNode list, SchemaView form, String path) {
        SchemaView items = form.items();
        if (list.isEmpty()) {
            add(path, EqualsMatcher.INSTANCE);
            return;
        }
        if (list.valueStream().map(BodyRules::shape).distinct().count() > 1) {
            variants(list, items, path);
            return;
        }
        add(path, new MinTypeMatcher(isPayload(path) ? 1 : form.minItems()));
        walk(list.get(0), items, path + "[*]");
    }

    /** Whether a list is what was asked for, and not a part of an element of it. */
    private static boolean isPayload(String path) {
        return path.startsWith("$." + ENVELOPE.data()) && !path.contains("[");
    }

    /** Elements of several shapes may be in any order, so each is found by its instrument. */
    private void variants(JsonNode list, @Nullable SchemaView items, String path) {
        List<Triple<Integer, MatchingRuleCategory, Map<String, Generator>>> variants = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            MatchingRuleCategory rulesOfOne = new MatchingRuleCategory("body");
            new BodyRules(rulesOfOne, Set.of(), asked, true).walk(list.get(i), items, "$");
            variants.add(new Triple<>(i, rulesOfOne, Map.of()));
        }
        add(path, new ArrayContainsMatcher(variants));
    }

    private void leaf(JsonNode value, SchemaView form, String path) {
        if (form.values().size() == 1) {
            add(path, EqualsMatcher.INSTANCE);
            return;
        }
        if (!value.isString()) {
            number(value, form, path);
            return;
        }
        add(path, TypeMatcher.INSTANCE);
        boolean code = form.format().equals("instrument-code");
        if (code && pinned) {
            add(path, new RegexMatcher(AnswerSubject.anySpelling(value.asString())));
        } else if (code && !asked.codes().isEmpty()) {
            add(path, new RegexMatcher(asked.anySpelling()));
        } else {
            String pattern = pattern(form);
            if (!pattern.isEmpty()) {
                add(path, new RegexMatcher(pattern));
            }
        }
    }

    private void number(JsonNode value, SchemaView form, String path) {
        boolean whole = value.isIntegralNumber();
        add(path, whole ? new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER) : TypeMatcher.INSTANCE);
        if (!form.values().isEmpty()) {
            Set<JsonNode> chosen = asked.values().get(path.substring(path.lastIndexOf('.') + 1));
            add(path, new RegexMatcher(alternatives(chosen == null ? form.values() : List.copyOf(chosen))));
        }
    }

    private static String pattern(SchemaView form) {
        if (!form.delimiter().isEmpty()) {
            return form.delimited().values().stream()
                    .map(BodyRules::pattern)
                    .map(part -> part.isEmpty() ? "[^" + Pattern.quote(form.delimiter()) + "]*" : part)
                    .collect(Collectors.joining(Pattern.quote(form.delimiter())));
        }
        if (!form.values().isEmpty()) {
            return alternatives(form.values());
        }
        return switch (form.format()) {
            case "decimal" -> DECIMAL;
            case "date-time" -> MOMENT;
            case "compact-date" -> "[0-9]{8}";
            default -> form.pattern().replaceAll("^\\^|\\$$", "");
        };
    }

    private static String alternatives(List<JsonNode> values) {
        return values.stream()
                .map(v -> Pattern.quote(v.asString()))
                .collect(Collectors.joining("|", "(", ")"))
                .replace("\\Q", "")
                .replace("\\E", "");
    }

    /** The names of all fields, however deep. */
    private static String shape(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(BodyRules::shape).collect(Collectors.toCollection(TreeSet::new)) + "";
        }
        if (!value.isObject()) {
            return "";
        }
        Map<String, String> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
        return fields.toString();
    }

    private void add(String path, MatchingRule rule) {
        rules.addRule(path, rule);
    }
}
