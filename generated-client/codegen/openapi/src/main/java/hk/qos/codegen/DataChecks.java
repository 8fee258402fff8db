package hk.qos.codegen;

import java.util.List;

/** The statements of the constructor of a received record: copies and null checks, without checks of values. */
final class DataChecks {
    private DataChecks() {}

    static List<String> of(Field field) {
        String name = field.name();
        if (field.type().isList() || field.type().isMap()) {
            boolean list = field.type().isList();
            String given = field.nullable() ? name : "Checks.required(\"" + name + "\", " + name + ")";
            String copy = list
                    ? "List.copyOf(" + name + ")"
                    : "Collections.unmodifiableMap(new LinkedHashMap<>(" + given + "))";
            if (field.nullable()) {
                return List.of(name + " = " + name + " == null ? null : " + copy + ";");
            }
            return List.of(name + " = "
                    + (list ? "Checks.items(\"" + name + "\", " + name + ", 0, Integer.MAX_VALUE)" : copy) + ";");
        }
        if (field.nullable() || field.isPrimitive()) {
            return List.of();
        }
        return List.of("Checks.required(\"" + name + "\", " + name + ");");
    }
}
