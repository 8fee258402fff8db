package hk.qos.codegen;

import java.util.List;

/** The statements of the constructor of a received record: copies and null checks, without checks of values. */
final class DataChecks {
    private DataChecks() {}

    static List<String> of(Field field) {
        String name = field.name();
        if (field.type().isList() || field.type().isMap()) {
            String copy = field.type().isList()
                    ? "Checks.items(\"" + name + "\", " + name + ", 0, Integer.MAX_VALUE)"
                    : "Checks.entries(\"" + name + "\", " + name + ")";
            return List.of(name + " = " + (field.nullable() ? name + " == null ? null : " : "") + copy + ";");
        }
        if (field.nullable() || field.isPrimitive()) {
            return List.of();
        }
        return List.of("Checks.required(\"" + name + "\", " + name + ");");
    }
}
