package hk.qos.contract;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.SchemaView;
import hk.qos.simulator.spec.StreamCommand;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The subject of an answer: the requested instruments, or only those in the example if it has fewer, since the server
 * knows no others; and values of enumerations that were requested, such as the length of bars, or that follow from the
 * state, such as the session.
 *
 * @param codes the instruments, canonical; empty if the request names none
 * @param values the requested values, by the name of the field
 */
record AnswerSubject(Set<String> codes, Map<String, Set<JsonNode>> values) {
    private static final String CODE = "instrument-code";
    private static final String BATCH = "instrument-code-batch";

    static AnswerSubject of(Conversation conversation) {
        Set<String> told = codes(conversation.answer(), conversation.told());
        Map<String, Set<JsonNode>> values = new HashMap<>();
        if (States.isStatedByAField(States.of(conversation))) {
            addValues(conversation.answer(), conversation.told(), values);
        }
        JsonNode request = conversation.request();
        if (request == null) {
            for (String parameter : parameters(conversation.operation())) {
                values.put(parameter, Set.of(conversation.answer().path(parameter)));
            }
            return new AnswerSubject(told, values);
        }
        SchemaView form = Objects.requireNonNull(conversation.asked());
        Set<String> codes = codes(request, form);
        if (!codes.isEmpty() && !codes.containsAll(told)) {
            throw new AssertionError("The example of " + conversation + " asks for " + codes + " and tells of " + told);
        }
        addValues(request, form, values);
        return new AnswerSubject(codes.isEmpty() || told.isEmpty() ? codes : told, values);
    }

    private static void addValues(JsonNode message, SchemaView form, Map<String, Set<JsonNode>> values) {
        leaves(message, form, "", (at, name, value) -> {
            if (at.values().size() > 1) {
                values.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(value);
            }
        });
    }

    private static List<String> parameters(String push) {
        return Api.standard().stream().all().stream()
                .map(StreamCommand::subscription)
                .filter(s -> s != null && s.operationId().equals(push))
                .findFirst()
                .map(s -> Objects.requireNonNull(s).parameters())
                .orElse(List.of());
    }

    /** The instruments of an answer that were not requested. */
    Set<String> unrequestedCodes(JsonNode answer, SchemaView form) {
        Set<String> unrequestedCodes = codes(answer, form);
        unrequestedCodes.removeAll(codes);
        return codes.isEmpty() ? Set.of() : unrequestedCodes;
    }

    /** One of them. */
    String anySpelling() {
        return codes.stream().map(AnswerSubject::anySpelling).collect(Collectors.joining("|", "(", ")"));
    }

    /** {@code HK:700} and {@code HK:00700} are the same; elsewhere zeros count. */
    static String anySpelling(String code) {
        String canonical = CodeSpelling.received(code);
        int colon = canonical.indexOf(':') + 1;
        String market = canonical.substring(0, colon);
        String symbol = canonical.substring(colon);
        boolean zeros = CodeSpelling.received(market + "0" + symbol).equals(canonical);
        return market + (zeros ? "0*" : "") + symbol.replaceAll("[^A-Za-z0-9]", "\\\\$0");
    }

    /** The instruments of a message, canonical. */
    static Set<String> codes(JsonNode message, SchemaView form) {
        Set<String> codes = new TreeSet<>();
        leaves(message, form, "", (at, name, value) -> {
            String text = value.asString("");
            if (at.format().equals(CODE)) {
                codes.add(CodeSpelling.received(text));
            } else if (at.format().equals(BATCH)) {
                codes.addAll(InstrumentCodes.split(List.of(text)));
            }
        });
        return codes;
    }

    /** Receives each value that is neither object nor list. */
    private interface Leaf {
        void at(SchemaView form, String name, JsonNode value);
    }

    private static void leaves(JsonNode value, @Nullable SchemaView form, String name, Leaf leaf) {
        if (form == null) {
            return;
        }
        if (value.isObject()) {
            Map<String, SchemaView> fields = form.fields();
            value.properties().forEach(field -> {
                String key = field.getKey();
                SchemaView known = fields.containsKey(key) ? fields.get(key) : form.members();
                leaves(field.getValue(), known, key, leaf);
            });
        } else if (value.isArray()) {
            value.forEach(element -> leaves(element, form.items(), name, leaf));
        } else {
            leaf.at(form, name, value);
        }
    }
}
