package hk.qos.codegen;

/** A component of a record of parameters in the Retrofit interface: a text, as on the wire. */
record WireParameter(Field field, String place) {
    String declared() {
        String annotation = "@" + (place.equals("path") ? "Path" : "Query") + "(\"" + field.wire() + "\") ";
        String type = field.type().isList() ? "List<String>" : "String";
        return annotation + (field.required() || field.type().isList() ? "" : "@Nullable ") + type + " " + field.name();
    }

    /** The text of a component of {@code body}. An absent one is null or empty, and Retrofit sends neither. */
    String argument() {
        String value = "body." + field.name() + "()";
        if (field.type() instanceof JavaType.Codes) {
            return "CodeSpelling.batch(" + value + ")";
        }
        if (field.type() instanceof JavaType.ListOf list) {
            return value + ".stream().map(" + printer(list.item()) + ").toList()";
        }
        String printed = "TextFormats.print(" + value + ", " + printer(field.type()) + ")";
        return field.required() ? printed : value + " == null ? null : " + printed;
    }

    private String printer(JavaType type) {
        if (type instanceof JavaType.Scalar || (type instanceof JavaType.Named named && named.isEnum())) {
            return type.printer();
        }
        throw new DocumentException(field.wire(), "a parameter is a value, or a list of values");
    }
}
