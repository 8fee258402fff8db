package hk.qos.spec.diff.document;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.COSMETIC;

import hk.qos.spec.diff.Change;
import hk.qos.spec.diff.Verdict;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.schema.ChangedEnum;
import org.openapitools.openapidiff.core.model.schema.ChangedOneOfSchema;

/**
 * Walks the differences of one payload. What openapi-diff calls compatible is judged again here, since its answers do not
 * fit this SDK: clients tolerate unknown values, but a field that vanishes, or another format, changes the Java API.
 */
final class SchemaWalk {
    private final List<Change> changes;
    private final String operation;
    private final boolean request;
    private final Bounds bounds;

    SchemaWalk(List<Change> changes, String operation, boolean request) {
        this.changes = changes;
        this.operation = operation;
        this.request = request;
        this.bounds = new Bounds(request);
    }

    void visit(@Nullable ChangedSchema schema, String fallback) {
        if (schema == null) {
            return;
        }
        Schema<?> before = schema.getOldSchema();
        Schema<?> after = schema.getNewSchema();
        String subject = subject(before, after, fallback);
        if (before == null || after == null) {
            add(BREAKING, subject, before == null ? "now has a stated form" : "has no stated form any more");
            return;
        }
        if (schema.isChangedType() || schema.isChangeFormat()) {
            add(BREAKING, subject, "is now " + form(after) + ", was " + form(before));
            return;
        }
        properties(schema, subject);
        required(before, after);
        values(schema.getEnumeration(), subject);
        limits(before, after, subject);
        flags(schema, before, after, subject);
        choices(schema.getOneOfSchema(), subject);
        visit(schema.getItems(), subject + "[]");
        visit(schema.getAddProp(), subject + "{}");
        schema.getChangedProperties().forEach((name, property) -> visit(property, name));
    }

    private void properties(ChangedSchema schema, String subject) {
        Set<String> needed = names(schema.getNewSchema().getRequired());
        schema.getMissingProperties()
                .forEach((name, gone) -> add(BREAKING, owner(gone, subject + "." + name), "is gone"));
        schema.getIncreasedProperties().forEach((name, added) -> {
            boolean required = needed.contains(name);
            String text = required ? "is a new required field" : "is a new optional field";
            add(required && request ? BREAKING : ADDITIVE, owner(added, subject + "." + name), text + direction());
        });
    }

    private void required(Schema<?> before, Schema<?> after) {
        Set<String> old = names(before.getRequired());
        Set<String> now = names(after.getRequired());
        properties(after).forEach((name, property) -> {
            boolean stays = properties(before).containsKey(name);
            if (stays && now.contains(name) && !old.contains(name)) {
                add(request ? BREAKING : ADDITIVE, owner(property, name), "is now required" + direction());
            } else if (stays && old.contains(name) && !now.contains(name)) {
                add(request ? ADDITIVE : BREAKING, owner(property, name), "may now be absent" + direction());
            }
        });
    }

    private void values(@Nullable ChangedEnum<?> values, String subject) {
        if (values == null || values.isUnchanged()) {
            return;
        }
        if (values.getOldValue() == null || values.getNewValue() == null) {
            add(
                    BREAKING,
                    subject,
                    values.getOldValue() == null ? "is now a closed list" : "is no longer a closed list");
            return;
        }
        values.getMissing().forEach(value -> add(BREAKING, subject, "lost the value `" + value + "`"));
        values.getIncreased().forEach(value -> add(ADDITIVE, subject, "has the new value `" + value + "`"));
    }

    private void limits(Schema<?> before, Schema<?> after, String subject) {
        lower("minimum", before.getMinimum(), after.getMinimum(), subject);
        upper("maximum", before.getMaximum(), after.getMaximum(), subject);
        lower("minLength", number(before.getMinLength()), number(after.getMinLength()), subject);
        upper("maxLength", number(before.getMaxLength()), number(after.getMaxLength()), subject);
        lower("minItems", number(before.getMinItems()), number(after.getMinItems()), subject);
        upper("maxItems", number(before.getMaxItems()), number(after.getMaxItems()), subject);
        lower("minProperties", number(before.getMinProperties()), number(after.getMinProperties()), subject);
        upper("maxProperties", number(before.getMaxProperties()), number(after.getMaxProperties()), subject);
        switched("exclusiveMinimum", before.getExclusiveMinimum(), after.getExclusiveMinimum(), subject);
        switched("exclusiveMaximum", before.getExclusiveMaximum(), after.getExclusiveMaximum(), subject);
        switched("uniqueItems", before.getUniqueItems(), after.getUniqueItems(), subject);
        if (!Objects.equals(before.getPattern(), after.getPattern())) {
            Verdict verdict = bounds.pattern(before.getPattern(), after.getPattern());
            add(
                    verdict,
                    subject,
                    "has another pattern: `" + after.getPattern() + "`, was `" + before.getPattern() + "`");
        }
        if (!Bounds.same(before.getMultipleOf(), after.getMultipleOf())) {
            add(BREAKING, subject, "has another step: " + after.getMultipleOf() + ", was " + before.getMultipleOf());
        }
    }

    private void lower(String what, @Nullable BigDecimal before, @Nullable BigDecimal after, String subject) {
        limit(what, before, after, bounds.lower(before, after), subject);
    }

    private void upper(String what, @Nullable BigDecimal before, @Nullable BigDecimal after, String subject) {
        limit(what, before, after, bounds.upper(before, after), subject);
    }

    private void limit(
            String what, @Nullable BigDecimal before, @Nullable BigDecimal after, Verdict verdict, String subject) {
        if (verdict != Verdict.NONE) {
            add(verdict, subject, "has " + what + " " + after + ", was " + before + direction());
        }
    }

    private void switched(String what, @Nullable Boolean before, @Nullable Boolean after, String subject) {
        boolean now = Boolean.TRUE.equals(after);
        if (now != Boolean.TRUE.equals(before)) {
            add(bounds.narrowed(now), subject, (now ? "has now " : "has no longer ") + what + direction());
        }
    }

    private void flags(ChangedSchema schema, Schema<?> before, Schema<?> after, String subject) {
        if (schema.isChangeDeprecated()) {
            boolean now = Boolean.TRUE.equals(after.getDeprecated());
            add(ADDITIVE, subject, now ? "is deprecated" : "is no longer deprecated");
        }
        if (schema.isChangeDefault()) {
            add(
                    request ? BREAKING : COSMETIC,
                    subject,
                    "has the default `" + after.getDefault() + "`, was `" + before.getDefault() + "`");
        }
        boolean nullable = Boolean.TRUE.equals(after.getNullable());
        if (nullable != Boolean.TRUE.equals(before.getNullable())) {
            add(
                    bounds.narrowed(!nullable),
                    subject,
                    (nullable ? "may now be null" : "is never null any more") + direction());
        }
        if (schema.getReadOnly().isDifferent() || schema.getWriteOnly().isDifferent()) {
            add(BREAKING, subject, "goes in other directions (readOnly, writeOnly)");
        }
        if (schema.isDiscriminatorPropertyChanged()) {
            add(BREAKING, subject, "is told apart by another field");
        }
    }

    private void choices(@Nullable ChangedOneOfSchema choices, String subject) {
        if (choices == null) {
            return;
        }
        choices.getMissing()
                .keySet()
                .forEach(name -> add(bounds.narrowed(true), subject, "can no longer be " + name + direction()));
        choices.getIncreased()
                .keySet()
                .forEach(name -> add(bounds.narrowed(false), subject, "can now be " + name + direction()));
        choices.getChanged().forEach((name, choice) -> visit(choice, name));
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
        return schema.getFormat() == null ? "`" + type + "`" : "`" + type + " (" + schema.getFormat() + ")`";
    }

    private static Set<String> names(@Nullable List<String> names) {
        return names == null ? Set.of() : new HashSet<>(names);
    }

    private static @Nullable BigDecimal number(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private String direction() {
        return request ? " in requests" : " in answers";
    }

    private void add(Verdict verdict, String subject, String text) {
        changes.add(Change.of(verdict, subject, text, operation));
    }
}
