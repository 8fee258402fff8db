package hk.qos.spec.diff.document;

import hk.qos.spec.diff.Change;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/**
 * Walks the differences of one payload, by the keywords that the documents use; any other is a fact to be told as such. What openapi-diff calls compatible is judged again here, since its answers do not
 * fit this SDK: clients tolerate unknown values, but a field that vanishes, or another format, changes the Java API.
 */
final class SchemaWalk {
    private final List<Change> changes;
    private final String operation;
    private final boolean request;

    SchemaWalk(List<Change> changes, String operation, boolean request) {
        this.changes = changes;
        this.operation = operation;
        this.request = request;
    }

    void visit(@Nullable ChangedSchema schema, String fallback) {
        if (schema == null) {
            return;
        }
        Schema<?> before = schema.getOldSchema();
        Schema<?> after = schema.getNewSchema();
        String subject = subject(before, after, fallback);
        if (before == null || after == null) {
            add(before == null ? ClassOfChange.FORM_STATED : ClassOfChange.FORM_UNSTATED, subject);
            return;
        }
        if (!form(before).equals(form(after))) {
            add(ClassOfChange.OTHER_FORM, subject, form(after), form(before));
            return;
        }
        properties(schema, subject);
        required(before, after);
        values(before.getEnum(), after.getEnum(), subject);
        Bounds.ALL.forEach(bound -> bound.compare(before, after, (change, values) -> add(change, subject, values)));
        pattern(before.getPattern(), after.getPattern(), subject);
        if (schema.isChangeDeprecated()) {
            boolean now = Boolean.TRUE.equals(after.getDeprecated());
            add(now ? ClassOfChange.DEPRECATED : ClassOfChange.NOT_DEPRECATED, subject);
        }
        if (schema.isChangeDefault()) {
            add(ClassOfChange.OTHER_DEFAULT, subject, orNone(after.getDefault()), orNone(before.getDefault()));
        }
        visit(schema.getItems(), subject + "[]");
        visit(schema.getAddProp(), subject + "{}");
        schema.getChangedProperties().forEach((name, property) -> visit(property, name));
    }

    private void properties(ChangedSchema schema, String subject) {
        Set<String> needed = names(schema.getNewSchema().getRequired());
        schema.getMissingProperties()
                .forEach((name, gone) -> add(ClassOfChange.FIELD_GONE, owner(gone, subject + "." + name)));
        schema.getIncreasedProperties()
                .forEach((name, added) -> add(
                        needed.contains(name) ? ClassOfChange.NEW_REQUIRED_FIELD : ClassOfChange.NEW_OPTIONAL_FIELD,
                        owner(added, subject + "." + name)));
    }

    private void required(Schema<?> before, Schema<?> after) {
        Set<String> old = names(before.getRequired());
        Set<String> now = names(after.getRequired());
        properties(after).forEach((name, property) -> {
            boolean stays = properties(before).containsKey(name);
            if (stays && now.contains(name) && !old.contains(name)) {
                add(ClassOfChange.FIELD_REQUIRED, owner(property, name));
            } else if (stays && old.contains(name) && !now.contains(name)) {
                add(ClassOfChange.FIELD_OPTIONAL, owner(property, name));
            }
        });
    }

    private void values(@Nullable List<?> before, @Nullable List<?> after, String subject) {
        if (before == null || after == null) {
            if (before != after) {
                add(before == null ? ClassOfChange.CLOSED_LIST : ClassOfChange.OPEN_LIST, subject);
            }
            return;
        }
        before.stream()
                .filter(value -> !after.contains(value))
                .forEach(value -> add(ClassOfChange.VALUE_GONE, subject, value));
        after.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> add(ClassOfChange.NEW_VALUE, subject, value));
    }

    private void pattern(@Nullable String before, @Nullable String after, String subject) {
        if (before == null && after != null) {
            add(ClassOfChange.NEW_PATTERN, subject, after);
        } else if (before != null && after == null) {
            add(ClassOfChange.PATTERN_GONE, subject, before);
        } else if (before != null && after != null && !before.equals(after)) {
            add(ClassOfChange.OTHER_PATTERN, subject, after, before);
        }
    }

    /** A named list or scalar is told once by its name; everything else by the property that has it. */
    private static String subject(@Nullable Schema<?> before, @Nullable Schema<?> after, String fallback) {
        String old = extension(before, DocumentTree.NAMED);
        String now = extension(after, DocumentTree.NAMED);
        boolean record = after != null && after.getProperties() != null;
        if (now != null && now.equals(old) && !record) {
            return now;
        }
        return owner(after == null ? before : after, fallback);
    }

    private static String owner(@Nullable Schema<?> schema, String fallback) {
        String owner = extension(schema, DocumentTree.OWNER);
        return owner == null ? fallback : owner;
    }

    private static @Nullable String extension(@Nullable Schema<?> schema, String name) {
        Map<String, Object> extensions = schema == null ? null : schema.getExtensions();
        return extensions != null && extensions.get(name) instanceof String text ? text : null;
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, Schema<?>> properties = (Map) schema.getProperties();
        return properties == null ? Map.of() : properties;
    }

    private static String form(Schema<?> schema) {
        String type = schema.getType() == null ? "of any type" : schema.getType();
        return schema.getFormat() == null ? type : type + " (" + schema.getFormat() + ")";
    }

    private static Set<String> names(@Nullable List<String> names) {
        return names == null ? Set.of() : new HashSet<>(names);
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? "none" : value;
    }

    private void add(ClassOfChange change, String subject, Object... values) {
        changes.add(Change.of(change.verdict(request), subject, change.text(request, values), operation));
    }
}
