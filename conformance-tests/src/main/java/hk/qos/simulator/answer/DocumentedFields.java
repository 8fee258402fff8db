package hk.qos.simulator.answer;

import hk.qos.simulator.spec.SchemaView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes payloads have the fields of the documents: removes fields that the documents lack, and adds those that the source of
 * the payload does not write, with the value of the first example that has them. A source writes null for a field that
 * it knows and leaves out; it is removed.
 */
final class DocumentedFields {
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    /**
     * The fields of an object, or the form of the elements of a list or a map.
     *
     * @param elements null for an object
     */
    private record Form(Map<String, Field> fields, @Nullable Form elements) {}

    /**
     * A field of an object.
     *
     * @param example null if no example has it, or if it tells the kind of a message
     * @param form null for a field without fields
     */
    private record Field(
            @Nullable JsonNode example, @Nullable Form form) {}

    /**
     * Changes a payload.
     *
     * @param payload of the caller's own
     * @param schema of the payload
     * @param examples the documents' payloads of this operation
     * @param bare whether a record and the records in it receive no field
     */
    <T extends JsonNode> T fit(
            String operationId, T payload, SchemaView schema, List<JsonNode> examples, Predicate<JsonNode> bare) {
        Form form = forms.computeIfAbsent(operationId, first -> {
            Form found = form(schema, examples);
            return found == null ? new Form(Map.of(), null) : found;
        });
        if (form.elements() != null || !form.fields().isEmpty()) {
            fit(form, payload, bare, true);
        }
        return payload;
    }

    private static @Nullable Form form(@Nullable SchemaView schema, List<JsonNode> examples) {
        if (schema == null) {
            return null;
        }
        SchemaView elements = schema.items() == null ? schema.members() : schema.items();
        if (elements != null) {
            Form form = form(
                    elements, examples.stream().flatMap(JsonNode::valueStream).toList());
            return form == null ? null : new Form(Map.of(), form);
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        schema.fields()
                .forEach((name, field) -> fields.put(
                        name,
                        field(
                                field,
                                examples.stream()
                                        .flatMap(example -> Stream.ofNullable(example.get(name)))
                                        .toList())));
        return fields.isEmpty() ? null : new Form(fields, null);
    }

    private static Field field(SchemaView schema, List<JsonNode> examples) {
        boolean tellsTheKind = schema.values().size() == 1;
        return new Field(examples.isEmpty() || tellsTheKind ? null : examples.get(0), form(schema, examples));
    }

    private static void fit(Form form, JsonNode value, Predicate<JsonNode> bare, boolean complete) {
        Form elements = form.elements();
        if (elements != null) {
            value.forEach(element -> fit(elements, element, bare, complete));
        } else if (value instanceof ObjectNode record) {
            boolean completed = complete && !bare.test(record);
            form.fields().forEach((name, field) -> fit(field, name, record, bare, completed));
            record.properties()
                    .removeIf(member ->
                            member.getValue().isNull() || !form.fields().containsKey(member.getKey()));
        }
    }

    private static void fit(Field field, String name, ObjectNode record, Predicate<JsonNode> bare, boolean complete) {
        JsonNode written = record.get(name);
        JsonNode example = field.example();
        Form form = field.form();
        if (written != null && form != null) {
            fit(form, written, bare, complete);
        } else if (written == null && example != null && complete) {
            record.set(name, example);
        }
    }
}
