package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the Java type of a schema, through references and through an {@code allOf} of one reference. */
final class SchemaTypes {
    private static final String BATCH = "instrument-code-batch";

    private final Map<String, Schema<?>> components;
    private final FormatTable formats;

    SchemaTypes(Map<String, Schema<?>> components, FormatTable formats) {
        this.components = components;
        this.formats = formats;
    }

    JavaType of(String place, Schema<?> schema) {
        String name = reference(schema);
        if (name != null) {
            Schema<?> target = component(place, name);
            JavaType.Named.Kind kind = kind(target);
            return kind == null ? of(place, target) : new JavaType.Named(name, kind);
        }
        if (schema.getEnum() != null) {
            throw new DocumentException(place, "an enumeration needs a schema of its own under components.schemas");
        }
        if (Extensions.of(schema).has("x-delimited")) {
            throw new DocumentException(place, "a delimited text needs a schema of its own under components.schemas");
        }
        if ("array".equals(schema.getType()) || schema.getItems() != null) {
            return listOf(place, schema);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            return new JavaType.MapOf(keyOf(place, schema), of(place + ".*", values));
        }
        if (BATCH.equals(schema.getFormat())) {
            return new JavaType.Codes(true);
        }
        JavaType scalar = formats.scalar(schema.getType(), schema.getFormat());
        if (scalar == null) {
            throw new DocumentException(
                    place, "there is no Java type for type " + schema.getType() + ", format " + schema.getFormat());
        }
        return scalar;
    }

    private JavaType listOf(String place, Schema<?> schema) {
        JavaType item = of(place + "[]", Objects.requireNonNull(schema.getItems(), place));
        return item instanceof JavaType.Codes
                ? new JavaType.Codes(false)
                : new JavaType.ListOf(item, areElements(place, item));
    }

    private boolean areElements(String place, JavaType item) {
        if (!(item instanceof JavaType.Named named)) {
            return false;
        }
        List<String> required = component(place, named.source()).getRequired();
        return switch (named.kind()) {
            case DELIMITED -> true;
            case RECORD -> required != null && !required.isEmpty();
            case TEXT_ENUM, NUMBER_ENUM -> false;
        };
    }

    /** Keys are text, of the schema that {@code x-key} names, if it does. */
    private JavaType keyOf(String place, Schema<?> map) {
        String key = Extensions.of(map).reference("x-key");
        if (key == null) {
            return Objects.requireNonNull(formats.scalar("string", null));
        }
        Schema<?> reference = new Schema<>();
        reference.set$ref("#/components/schemas/" + key);
        return of(place, reference);
    }

    /** The kind of class that a schema under components.schemas becomes; null if none. */
    JavaType.Named.@Nullable Kind kind(Schema<?> schema) {
        if (schema.getEnum() != null) {
            return "integer".equals(schema.getType()) ? JavaType.Named.Kind.NUMBER_ENUM : JavaType.Named.Kind.TEXT_ENUM;
        }
        if (Extensions.of(schema).has("x-delimited")) {
            return JavaType.Named.Kind.DELIMITED;
        }
        return schema.getProperties() != null ? JavaType.Named.Kind.RECORD : null;
    }

    /** The schema itself, or the schema that it refers to. */
    Schema<?> resolved(String place, Schema<?> schema) {
        String name = reference(schema);
        return name == null ? schema : resolved(place, component(place, name));
    }

    Schema<?> component(String place, String name) {
        Schema<?> target = components.get(name);
        if (target == null) {
            throw new DocumentException(place, "there is no schema " + name + " under components.schemas");
        }
        return target;
    }

    /** The name of the schema that a schema refers to; null if it is not a reference. */
    static @Nullable String reference(Schema<?> schema) {
        String direct = schema.get$ref();
        if (direct == null && schema.getAllOf() != null) {
            List<?> all = schema.getAllOf();
            direct = all.size() == 1 && all.get(0) instanceof Schema<?> only ? only.get$ref() : null;
        }
        return direct == null ? null : direct.substring(direct.lastIndexOf('/') + 1);
    }
}
