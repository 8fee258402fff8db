package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of the constructor of a record that callers create: checks of the schema's constraints. */
final class InputChecks {
    private InputChecks() {}

    static List<String> of(Field field) {
        List<String> statements = new ArrayList<>();
        for (String check : checks(field)) {
            statements.add(
                    field.nullable()
                            ? "if (" + field.name() + " != null) {\n            " + check + "\n        }"
                            : check);
        }
        return statements;
    }

    private static List<String> checks(Field field) {
        String name = field.name();
        JavaType type = field.type();
        if (type.isList()) {
            return List.of(listCheck(field));
        }
        if (type instanceof JavaType.MapOf map) {
            return mapChecks(field, map);
        }
        if (type instanceof JavaType.Named named && named.isEnum()) {
            return List.of("Checks.known(\"" + name + "\", " + name + ", " + named.source() + ".UNRECOGNIZED);");
        }
        List<String> checks = new ArrayList<>();
        Schema<?> rules = field.value();
        if (type.source().equals("String")) {
            textChecks(name, rules, checks);
        } else {
            numberChecks(field, rules, checks);
        }
        if (checks.isEmpty() && !field.nullable() && !field.isPrimitive()) {
            checks.add("Checks.required(\"" + name + "\", " + name + ");");
        }
        return checks;
    }

    private static String listCheck(Field field) {
        String name = field.name();
        boolean codes = field.type() instanceof JavaType.Codes;
        String items = codes ? "CodeSpelling.split(\"" + name + "\", " + name + ")" : name;
        Schema<?> rules = field.value();
        // A batch is never empty, although its schema is a text.
        int least = rules.getMinItems() != null ? rules.getMinItems() : codes && field.required() ? 1 : 0;
        String check = field.required() ? "items" : "optionalItems";
        String checked = "Checks." + check + "(\"" + name + "\", " + items + ", " + least + ", "
                + bound(rules.getMaxItems()) + ")";
        return field.type() instanceof JavaType.ListOf list
                        && list.item() instanceof JavaType.Named item
                        && item.isEnum()
                ? name + " = Checks.known(\"" + name + "\", " + checked + ", " + item.source() + ".UNRECOGNIZED);"
                : name + " = " + checked + ";";
    }

    private static List<String> mapChecks(Field field, JavaType.MapOf map) {
        String name = field.name();
        List<String> checks = new ArrayList<>();
        checks.add(name + " = Checks.entries(\"" + name + "\", " + name + ");");
        if (map.key() instanceof JavaType.Named key && key.isEnum()) {
            checks.add("Checks.known(\"" + name + "\", " + name + ".keySet(), " + key.source() + ".UNRECOGNIZED);");
        }
        if (map.value() instanceof JavaType.Named value && value.isEnum()) {
            checks.add("Checks.known(\"" + name + "\", " + name + ".values(), " + value.source() + ".UNRECOGNIZED);");
        }
        return checks;
    }

    private static void textChecks(String name, Schema<?> rules, List<String> checks) {
        if (rules.getMinLength() != null || rules.getMaxLength() != null) {
            int least = rules.getMinLength() == null ? 0 : rules.getMinLength();
            checks.add("Checks.length(\"" + name + "\", " + name + ", " + least + ", " + bound(rules.getMaxLength())
                    + ");");
        }
        if (rules.getPattern() != null) {
            String pattern = rules.getPattern().replace("\\", "\\\\").replace("\"", "\\\"");
            checks.add("Checks.matches(\"" + name + "\", " + name + ", Pattern.compile(\"" + pattern + "\"));");
        }
    }

    private static void numberChecks(Field field, Schema<?> rules, List<String> checks) {
        BigDecimal min = rules.getMinimum();
        BigDecimal max = rules.getMaximum();
        leastCheck(field, checks);
        if (min == null && max == null) {
            return;
        }
        String java = field.type().source();
        switch (java) {
            case "Integer" ->
                checks.add(range(field, number(min, "Integer.MIN_VALUE", ""), number(max, "Integer.MAX_VALUE", "")));
            case "Long" ->
                checks.add(range(field, number(min, "Long.MIN_VALUE", "L"), number(max, "Long.MAX_VALUE", "L")));
            case "BigDecimal" -> checks.add(range(field, decimal(min), decimal(max)));
            default -> throw new DocumentException(field.name(), "minimum and maximum are not supported for " + java);
        }
    }

    /** The check of {@code x-least}: the server gives smaller values another meaning. */
    private static void leastCheck(Field field, List<String> checks) {
        String least = Extensions.of(field.value()).text("x-least");
        if (least == null) {
            return;
        }
        String unit = switch (field.type() instanceof JavaType.Scalar scalar ? scalar.codec() : "") {
            case "unixTime" -> "Second";
            case "unixMillis" -> "Milli";
            default ->
                throw new DocumentException(field.name(), "x-least is for the formats unix-time and unix-time-ms");
        };
        checks.add("Checks.notBefore(\"" + field.name() + "\", " + field.name() + ", Instant.ofEpoch" + unit + "("
                + Long.parseLong(least) + "));");
    }

    private static String range(Field field, String min, String max) {
        return "Checks.range(\"" + field.name() + "\", " + field.name() + ", " + min + ", " + max + ");";
    }

    private static String number(@Nullable BigDecimal bound, String none, String suffix) {
        return bound == null ? none : bound.toBigIntegerExact() + suffix;
    }

    private static String decimal(@Nullable BigDecimal bound) {
        return bound == null ? "null" : "new BigDecimal(\"" + bound.toPlainString() + "\")";
    }

    private static String bound(@Nullable Integer most) {
        return most == null ? "Integer.MAX_VALUE" : most.toString();
    }
}
