package hk.qos.contract;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.Problem;
import hk.qos.simulator.spec.SchemaView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Differences between a server's messages and the documents, by market: unknown fields and values, fields without a
 * value, and values that the documents' own validation refuses.
 */
final class Drift {
    private static final int MAX_VALUE_LENGTH = 40;
    private static final String NO_MARKET = "-";
    private static final String MESSAGE = "(message)";
    private static final Envelope ENVELOPE = Api.standard().stream().envelope();

    private final Map<Finding, Integer> findings = new LinkedHashMap<>();

    /**
     * One difference.
     *
     * @param market before the colon of the nearest instrument code, or the key of a map, {@code -} if there is none
     * @param operation where it was seen
     * @param field path of the field, such as {@code data[].lp}
     * @param what kind of difference
     * @param seen what was there, shortened; empty where nothing was
     */
    record Finding(String market, String operation, String field, String what, String seen) {}

    /** The differences found so far, with their counts. */
    Map<Finding, Integer> findings() {
        return findings;
    }

    /** Examines an answer; returns whether it differs from the documents. */
    boolean look(Conversation like, JsonNode answer) {
        int before = count();
        Walk walk = new Walk(like.operation());
        walk.value(answer, like.told(), like.answer(), "", NO_MARKET);
        walk.refused(like, answer);
        like.check().problems(answer).forEach(walk::problem);
        return count() > before;
    }

    private int count() {
        return findings.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Notes a difference that is not in a message. */
    void note(String operation, String what, String seen) {
        findings.merge(new Finding(NO_MARKET, operation, MESSAGE, what, seen), 1, Integer::sum);
    }

    private final class Walk {
        private final String operation;
        /** The market of each visited value, by its path with indices. */
        private final Map<String, String> markets = new HashMap<>();

        private final Set<String> noted = new HashSet<>();

        Walk(String operation) {
            this.operation = operation;
        }

        /** A refusal where the example has none. */
        void refused(Conversation like, JsonNode answer) {
            String status = ENVELOPE.status();
            String ok = ENVELOPE.ok();
            String sent = answer.path(status).asString("");
            if (like.answer().path(status).asString("").equals(ok) && !sent.equals(ok) && !sent.isEmpty()) {
                note(NO_MARKET, status, "not \"" + ok + "\", though the example is", shown(answer.path(status), null));
            }
        }

        /** A violation that the walk has not noted, such as one of a format. */
        void problem(Problem problem) {
            boolean isNoted = noted.stream().anyMatch(field -> field.startsWith(problem.field()));
            if (!isNoted) {
                String market = markets.getOrDefault(problem.field(), NO_MARKET);
                note(market, problem.field(), problem.rule(), shortened(problem.value()));
            }
        }

        void value(JsonNode value, SchemaView form, @Nullable JsonNode example, String path, String market) {
            markets.put(path, market);
            String type = type(value);
            if (!form.type().isEmpty() && !isOf(value, form.type())) {
                note(market, path, "type: " + form.type() + " documented, " + type + " sent", shown(value, form));
            } else if (value.isObject()) {
                object(value, form, example, path, marketOf(value, form, market));
            } else if (value.isArray()) {
                list(value, form.items(), example, path, market);
            } else if (form.values().size() > 1 && !form.values().contains(value)) {
                note(market, path, "unknown value, documented: " + documented(form), shown(value, form));
            } else if (!form.pattern().isEmpty() && !value.asString().matches(form.pattern())) {
                note(market, path, "another form than " + form.pattern(), shown(value, form));
            } else if (value.isString()) {
                text(value.asString(), form, path, market);
            }
        }

        private static String documented(SchemaView form) {
            return form.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
        }

        /** A structured text: a code with its market, or several values. */
        private void text(String text, SchemaView form, String path, String market) {
            Set<String> markets = form.markets();
            int colon = text.indexOf(':');
            if (!markets.isEmpty() && colon >= 0 && !markets.contains(text.substring(0, colon))) {
                note(text.substring(0, colon), path, "unknown market", text);
            }
            Map<String, SchemaView> parts = form.delimited();
            Iterator<String> values =
                    List.of(text.split(Pattern.quote(form.delimiter()), -1)).iterator();
            parts.forEach((name, part) -> {
                if (values.hasNext()) {
                    value(StringNode.valueOf(values.next()), part, null, path + "." + name, market);
                }
            });
            if (!parts.isEmpty() && values.hasNext()) {
                note(market, path, "more than " + parts.size() + " values in one text", text);
            }
        }

        private void object(JsonNode value, SchemaView form, @Nullable JsonNode example, String path, String market) {
            Map<String, SchemaView> fields = form.fields();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                SchemaView known = fields.containsKey(field.getKey()) ? fields.get(field.getKey()) : form.members();
                if (known != null) {
                    JsonNode shown = example == null ? null : example.get(field.getKey());
                    SchemaView keys = fields.containsKey(field.getKey()) ? null : form.keys();
                    if (keys != null) {
                        value(StringNode.valueOf(field.getKey()), keys, null, path, field.getKey());
                    }
                    value(field.getValue(), known, shown, at, keys == null ? market : field.getKey());
                } else {
                    note(market, at, "unknown field", shown(field.getValue(), null));
                }
            }
            for (String name : fields.keySet()) {
                boolean required = form.required().contains(name);
                if (!value.has(name) && (required || (example != null && example.has(name)))) {
                    String at = path.isEmpty() ? name : path + "." + name;
                    note(market, at, required ? "missing, though always there" : "missing, though in the example", "");
                }
            }
        }

        private void list(
                JsonNode list, @Nullable SchemaView items, @Nullable JsonNode example, String path, String market) {
            if (list.isEmpty() && example != null && !example.isEmpty()) {
                note(market, path, "empty, though not in the example", "[]");
            }
            for (int i = 0; i < list.size() && items != null; i++) {
                JsonNode like = example == null ? null : like(list.get(i), example, items);
                value(list.get(i), items, like, path + "[" + i + "]", market);
            }
        }

        /** The example element of the same market with the fewest fields, since elements differ. */
        private @Nullable JsonNode like(JsonNode element, JsonNode example, SchemaView items) {
            String market = marketOf(element, items, NO_MARKET);
            return example.valueStream()
                    .filter(one -> marketOf(one, items, NO_MARKET).equals(market))
                    .min(Comparator.comparingInt(JsonNode::size))
                    .orElse(null);
        }

        private void note(String market, String path, String what, String seen) {
            noted.add(path);
            String field = path.isEmpty() ? MESSAGE : path.replaceAll("\\[[0-9]+]", "[]");
            findings.merge(new Finding(market, operation, field, what, seen), 1, Integer::sum);
        }
    }

    private static String marketOf(JsonNode value, SchemaView form, String otherwise) {
        for (Map.Entry<String, SchemaView> field : form.fields().entrySet()) {
            String code = value.path(field.getKey()).asString("");
            if (field.getValue().format().equals("instrument-code") && code.contains(":")) {
                return code.substring(0, code.indexOf(':'));
            }
        }
        return otherwise;
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber()
                ? "integer"
                : value.getNodeType().toString().toLowerCase(Locale.ROOT);
    }

    private static String shown(JsonNode value, @Nullable SchemaView form) {
        if (form != null && form.isSecret()) {
            return "(secret)";
        }
        return shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "...";
    }
}
