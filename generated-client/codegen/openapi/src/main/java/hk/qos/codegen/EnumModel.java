package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** A schema that becomes an enumeration. */
record EnumModel(String name, List<String> documentation, List<Value> values, boolean number) {

    /** One value: its constant, its literal in Java, and its meaning. */
    record Value(String constant, String literal, List<String> documentation) {
        String wireLiteral() {
            return literal.startsWith("\"") ? literal.substring(1, literal.length() - 1) : literal;
        }
    }

    static EnumModel of(String name, Schema<?> schema) {
        boolean number = "integer".equals(schema.getType());
        Extensions extensions = Extensions.of(schema);
        List<String> constants = extensions.texts("x-enum-varnames");
        List<String> meanings = extensions.texts("x-enum-descriptions");
        List<?> wires = schema.getEnum();
        if (constants.size() != wires.size() || meanings.size() != wires.size()) {
            throw new DocumentException(
                    name,
                    wires.size() + " values, but " + constants.size() + " x-enum-varnames and " + meanings.size()
                            + " x-enum-descriptions");
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            String literal = literal(number, wires.get(i));
            values.add(new Value(constants.get(i), literal, Javadoc.lines(meanings.get(i))));
        }
        if (constants.stream().distinct().count() != constants.size() || constants.contains("UNRECOGNIZED")) {
            throw new DocumentException(name, "x-enum-varnames must be distinct, and none UNRECOGNIZED: " + constants);
        }
        return new EnumModel(name, Javadoc.lines(schema.getDescription()), values, number);
    }

    /** The constant of a wire value, such as a default. */
    String constantOf(Object wire) {
        String literal = literal(number, wire);
        return values.stream()
                .filter(value -> value.literal().equals(literal))
                .map(value -> name + "." + value.constant())
                .findFirst()
                .orElseThrow(() -> new DocumentException(name, "has no value " + wire));
    }

    private static String literal(boolean number, Object wire) {
        return number ? String.valueOf(wire) : Preset.quoted(String.valueOf(wire));
    }

    String wireType() {
        return number ? "int" : "String";
    }
}
