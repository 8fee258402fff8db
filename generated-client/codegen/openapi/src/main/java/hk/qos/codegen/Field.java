package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record.
 *
 * @param name its name in Java
 * @param wire its name on the wire; that in Java for a part of a delimited text, which has no name there
 * @param named whether the wire has its name
 * @param required whether the schema requires it
 * @param nullable whether it is null when absent; a list is empty instead, unless it is the payload of an envelope
 * @param value the schema that its constraints are in
 * @param preset the expression of its default; null if it has none
 * @param formerNames other names, under which deprecated methods forward
 */
record Field(
        String name,
        String wire,
        boolean named,
        JavaType type,
        boolean required,
        boolean nullable,
        String description,
        boolean secret,
        Schema<?> value,
        @Nullable String preset,
        List<Former> formerNames) {

    /** The document describes codes on the wire; callers may give them in any spelling. */
    private static final String CODES =
            "Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split.";

    /** Returns a copy with another type, which is always present or null. */
    Field of(JavaType other, boolean always) {
        return new Field(name, wire, named, other, always, !always, description, secret, value, null, List.of());
    }

    /** Its declaration as a component or parameter. */
    String declared() {
        return declaredType() + " " + name;
    }

    String declaredType() {
        return (nullable ? "@Nullable " : "") + bare();
    }

    /** Its type as a component, without annotation. */
    String bare() {
        return required ? type.required() : type.source();
    }

    /** Its type while a record is read, when it can still be absent. */
    String boxed() {
        return type.source();
    }

    String read() {
        return type.read("in");
    }

    String write() {
        return type.write("out", "value." + name + "()");
    }

    /** Whether a reader rejects a document without it. */
    boolean mustCome() {
        return required;
    }

    /** The condition under which the field is sent; null if it always is. Absent fields are never sent. */
    @Nullable
    String condition() {
        if (required) {
            return null;
        }
        return nullable ? "value." + name + "() != null" : "!value." + name + "().isEmpty()";
    }

    /** The expression of the value that an absent field has. */
    String absent() {
        if (preset != null || !emptyIfAbsent()) {
            return String.valueOf(preset);
        }
        return type.isList() ? "List.of()" : "Map.of()";
    }

    /** Whether an absent list or map is read as an empty one. */
    boolean emptyIfAbsent() {
        return !nullable && (type.isList() || type.isMap());
    }

    boolean isPrimitive() {
        return !bare().equals(boxed());
    }

    /** The preset, for a comment. */
    String presetText() {
        return Javadoc.code(String.valueOf(preset));
    }

    /** What it is, escaped. */
    String meaning() {
        return type instanceof JavaType.Codes ? CODES : Javadoc.text(description);
    }

    List<String> documentation() {
        String absent = nullable ? " Null if absent." : emptyIfAbsent() && !required ? " Empty if absent." : "";
        String onTheWire = named ? " On the wire {@code " + wire + "}." : "";
        return Javadoc.tag("@param " + name, meaning() + absent + onTheWire);
    }
}
