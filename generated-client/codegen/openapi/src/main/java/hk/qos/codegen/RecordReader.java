package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a schema with properties, or a delimited text, as the record that it becomes. */
final class RecordReader {
    private final SchemaTypes types;
    private final Extensions envelope;
    private final Set<String> inputs;
    private final Set<String> bodies;
    private final TakenNames taken;

    /**
     * @param inputs the schemas that requests are made of
     * @param bodies the schemas that are the whole body of a request or an answer
     */
    RecordReader(SchemaTypes types, Extensions envelope, Set<String> inputs, Set<String> bodies, TakenNames taken) {
        this.types = types;
        this.envelope = envelope;
        this.inputs = inputs;
        this.bodies = bodies;
        this.taken = taken;
    }

    RecordModel read(String name, Schema<?> schema) {
        Extensions extensions = Extensions.of(schema);
        Map<String, Field> fields = extensions.has("x-delimited") ? parts(name, schema) : properties(name, schema);
        checkNames(name, fields);
        List<String> factory = extensions.texts("x-factory");
        JavaType payload = payload(name, schema, fields);
        AnswerParts answer = payload == null ? null : answerParts(name, fields);
        List<Field> components = answer == null ? List.copyOf(fields.values()) : answer.envelope();
        return new RecordModel(
                name,
                Javadoc.lines(schema.getDescription()),
                components,
                answer == null ? payload : answer.type(),
                answer,
                inputs.contains(name),
                bodies.contains(name),
                factory.isEmpty() ? null : Factory.of(name, factory, components),
                derived(name, schema, fields),
                extensions.text("x-delimited"));
    }

    private List<DerivedModel> derived(String name, Schema<?> schema, Map<String, Field> fields) {
        List<DerivedModel> derived = DerivedModel.all(name, schema, fields, types);
        for (DerivedModel value : derived) {
            taken.checkMember(name + ".x-derived", value.name(), "components");
            if (fields.values().stream().anyMatch(field -> field.name().equals(value.name()))) {
                throw new DocumentException(name + ".x-derived", value.name() + " is the name of a component");
            }
        }
        return derived;
    }

    private @Nullable AnswerParts answerParts(String name, Map<String, Field> fields) {
        return AnswerParts.of(
                name, List.copyOf(fields.values()), envelope.text("status", ""), envelope.text("data", ""));
    }

    /** The record of an answer's data and of the fields beside it. */
    RecordModel answer(RecordModel reply, AnswerParts parts) {
        taken.checkClass(parts.answerName());
        return new RecordModel(
                parts.answerName(),
                reply.documentation(),
                parts.parts(),
                null,
                null,
                false,
                false,
                null,
                List.of(),
                null);
    }

    private Map<String, Field> properties(String name, Schema<?> schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        for (String wire : required) {
            if (!schema.getProperties().containsKey(wire)) {
                throw new DocumentException(name, "required names " + wire + ", which is not a property");
            }
        }
        schema.getProperties().forEach((wire, property) -> {
            if (Extensions.of(property).isTrue("x-unsent")) {
                return;
            }
            String place = name + "." + wire;
            boolean mustCome = required.contains(wire);
            JavaType stated = types.of(place, property);
            JavaType type = isPayload(schema, wire) ? payload(stated) : stated;
            boolean collection = type.isList() || type.isMap();
            boolean nullable = !mustCome && (!collection || isPayload(schema, wire));
            fields.put(wire, field(place, wire, property, type, mustCome, nullable));
        });
        return fields;
    }

    private Field field(
            String place, String wire, Schema<?> property, JavaType type, boolean required, boolean nullable) {
        Extensions extensions = Extensions.of(property);
        String name = extensions.text("x-java-name");
        if (name == null) {
            throw new DocumentException(place, "has no x-java-name");
        }
        Schema<?> target = types.resolved(place, property);
        String description = property.getDescription() != null ? property.getDescription() : target.getDescription();
        return new Field(
                name,
                wire,
                true,
                type,
                required,
                nullable,
                description == null ? "" : description,
                extensions.isTrue("x-secret"),
                target,
                preset(place, property, type, required, nullable),
                Former.of(extensions));
    }

    /**
     * The value of a component that the caller does not set: the default of a required field. An optional field is not
     * sent, and its default is the server's.
     */
    private @Nullable String preset(
            String place, Schema<?> property, JavaType type, boolean required, boolean nullable) {
        if (!required) {
            return nullable ? "null" : type.isList() ? "List.of()" : "Map.of()";
        }
        Object value = property.getDefault();
        if (value != null && type instanceof JavaType.Named named && named.isEnum()) {
            return EnumModel.of(named.source(), types.component(place, named.source()))
                    .constantOf(value);
        }
        return value == null ? null : Preset.of(place, type, value);
    }

    private Map<String, Field> parts(String name, Schema<?> schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Extensions part : Extensions.of(schema).maps("x-parts")) {
            String place = name + ".x-parts[" + fields.size() + "]";
            Schema<?> value = new Schema<>();
            String enumeration = part.reference("$ref");
            if (enumeration != null) {
                value.set$ref("#/components/schemas/" + enumeration);
            } else {
                value.setType(part.text("type", "string"));
                value.setFormat(part.text("format"));
            }
            String javaName = part.text("x-java-name");
            if (javaName == null) {
                throw new DocumentException(place, "has no x-java-name");
            }
            Field field = new Field(
                    javaName,
                    javaName,
                    false,
                    types.of(place, value),
                    true,
                    false,
                    part.text("description", ""),
                    part.isTrue("x-secret"),
                    value,
                    null,
                    List.of());
            if (fields.put(place, field) != null || field.type().isList()) {
                throw new DocumentException(place, "cannot be part of a delimited text");
            }
        }
        if (fields.isEmpty()) {
            throw new DocumentException(name, "x-delimited needs x-parts");
        }
        return fields;
    }

    private void checkNames(String name, Map<String, Field> fields) {
        Map<String, String> seen = new HashMap<>();
        fields.forEach((wire, field) -> {
            String place = name + "." + wire;
            taken.checkMember(place, field.name(), "components");
            checkOnce(name, wire, field.name(), seen);
            for (Former former : field.formerNames()) {
                taken.checkMember(place, former.former(), "components");
                checkOnce(name, wire, former.former(), seen);
            }
        });
    }

    private static void checkOnce(String record, String wire, String javaName, Map<String, String> seen) {
        String other = seen.put(javaName, wire);
        if (other != null) {
            throw new DocumentException(
                    record + "." + wire, "the name " + javaName + " is already that of " + record + "." + other);
        }
    }

    private @Nullable JavaType payload(String name, Schema<?> schema, Map<String, Field> fields) {
        Field status = fields.get(envelope.text("status", ""));
        Field data = fields.get(envelope.text("data", ""));
        if (status == null || data == null || !isPayload(schema, data.wire())) {
            return null;
        }
        if (!status.name().equals("message") || !data.name().equals("data") || data.required()) {
            throw new DocumentException(name, "an envelope has x-java-name message and data, and data is optional");
        }
        return data.type();
    }

    private static JavaType payload(JavaType stated) {
        if (stated instanceof JavaType.ListOf list) {
            return new JavaType.ResultsOf(list.item());
        }
        return stated instanceof JavaType.MapOf map ? new JavaType.ResultsMapOf(map.key(), map.value()) : stated;
    }

    private boolean isPayload(Schema<?> schema, String wire) {
        return wire.equals(envelope.text("data")) && schema.getProperties().containsKey(envelope.text("status", ""));
    }
}
