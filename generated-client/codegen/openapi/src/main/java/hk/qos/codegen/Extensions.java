package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code x-} fields of one place of the document. */
record Extensions(Map<String, Object> fields) {

    static Extensions of(Schema<?> schema) {
        return of(schema.getExtensions());
    }

    static Extensions of(@Nullable Map<String, Object> fields) {
        return new Extensions(fields == null ? Map.of() : fields);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Nullable
    String text(String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    boolean isTrue(String name) {
        return Boolean.parseBoolean(text(name));
    }

    int number(String name, int otherwise) {
        String value = text(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (fields.get(name) instanceof Iterable<?> values) {
            values.forEach(value -> texts.add(String.valueOf(value)));
        }
        return texts;
    }

    Extensions map(String name) {
        return map(fields.get(name));
    }

    List<Extensions> maps(String name) {
        List<Extensions> maps = new ArrayList<>();
        if (fields.get(name) instanceof Iterable<?> values) {
            values.forEach(value -> maps.add(map(value)));
        }
        return maps;
    }

    /** The name at the end of a reference, which is a text or {@code {$ref: ...}}. */
    @Nullable
    String reference(String name) {
        String target =
                has(name) && fields.get(name) instanceof Map<?, ?> ? map(name).text("$ref") : text(name);
        return target == null ? null : target.substring(target.lastIndexOf('/') + 1);
    }

    private static Extensions map(@Nullable Object value) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, field) -> fields.put(String.valueOf(key), field));
        }
        return new Extensions(fields);
    }
}
