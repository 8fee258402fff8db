package hk.qos.codegen;

import java.util.List;

/** What the constructor of a record does that comes from the server: copies, and no judgement of values. */
final class DataChecks {
    private DataChecks() {}

    static List<String> of(Field field) {
        String name = field.name();
        if (field.type().isList() || field.type().isMap()) {
            boolean list = field.type().isList();
            String copy = list
                    ? "List.copyOf(" + name + ")"
                    : "Collections.unmodifiableMap(new LinkedHashMap<>(" + name + "))";
            String none = field.nullable() ? "null" : list ? "List.of()" : "Map.of()";
            return List.of(name + " = " + name + " == null ? " + none + " : " + copy + ";");
        }
        if (field.nullable() || field.isPrimitive()) {
            return List.of();
        }
        return List.of("Objects.requireNonNull(" + name + ", \"" + name + "\");");
    }
}
