package hk.qos.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component of a record in the record's builder. */
record BuilderField(Field field) {
    String name() {
        return field.name();
    }

    /** Its declaration as a field, with the value of an unset component. */
    String declared() {
        if (hasPreset()) {
            return field.type().source() + " " + name() + " = " + field.preset();
        }
        boolean empty = field.emptyIfAbsent() && !field.required();
        return empty
                ? field.type().source() + " " + name() + " = " + (field.type().isList() ? "List.of()" : "Map.of()")
                : "@Nullable " + field.type().source() + " " + name();
    }

    /** The parameter of its method. */
    String parameter() {
        return type() + " " + name();
    }

    private String type() {
        if (field.type().isList()) {
            String item = Factory.itemOf(field);
            return "Collection<" + (item.equals("String") ? item : "? extends " + item) + ">";
        }
        return field.bare();
    }

    /** The expression that its method assigns. */
    String checked() {
        String argument = "(\"" + name() + "\", " + name();
        if (field.isPrimitive()) {
            return name();
        }
        if (field.type().isList()) {
            return "Checks.items" + argument + ", 0, Integer.MAX_VALUE)";
        }
        String check = field.type().isMap() ? "Checks.entries" : field.required() ? "Checks.required" : "Checks.given";
        return check + argument + ")";
    }

    /** The argument of the constructor. */
    String argument() {
        return field.required() && !hasPreset() ? "Checks.required(\"" + name() + "\", " + name() + ")" : name();
    }

    private boolean hasPreset() {
        return field.required() && field.preset() != null;
    }

    List<Former> formerNames() {
        return field.formerNames();
    }

    /** The type of one item, if there is a method with a variable number of arguments. */
    @Nullable
    String item() {
        Field list = field.type().isList() ? Factory.oneByOne(field) : null;
        return list == null ? null : Factory.itemOf(list);
    }

    List<String> meaningLines() {
        return Javadoc.wrap(field.meaning());
    }
}
