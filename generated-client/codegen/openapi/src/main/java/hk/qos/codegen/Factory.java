package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The method {@code of(...)} of a record that callers create.
 *
 * @param name the record
 * @param lead what it takes before the list
 * @param list the list that it takes last, whose items callers may also give one by one; null if there is none
 * @param options the components that it leaves to methods of their own
 * @param components all components of the record
 */
record Factory(String name, List<Field> lead, @Nullable Field list, List<Field> options, List<Field> components) {

    /** @param taken wire names in the order of the parameters */
    static Factory of(String name, List<String> taken, List<Field> components) {
        List<Field> parameters = new ArrayList<>();
        for (String wire : taken) {
            parameters.add(components.stream()
                    .filter(field -> field.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() ->
                            new DocumentException(name, "x-factory names " + wire + ", which is not a property")));
        }
        List<Field> options = components.stream()
                .filter(field -> !taken.contains(field.wire()))
                .toList();
        for (Field option : options) {
            if (option.preset() == null) {
                throw new DocumentException(
                        name + "." + option.wire(), "is required, has no default, and x-factory leaves it out");
            }
        }
        Field last = parameters.get(parameters.size() - 1);
        boolean hasList = last.type().isList();
        List<Field> lead = hasList ? parameters.subList(0, parameters.size() - 1) : parameters;
        return new Factory(name, List.copyOf(lead), hasList ? last : null, options, components);
    }

    boolean hasOptions() {
        return !options.isEmpty();
    }

    List<Field> parameters() {
        List<Field> all = new ArrayList<>(lead);
        if (list != null) {
            all.add(list);
        }
        return all;
    }

    /** The list, if its items may be given one by one. */
    @Nullable
    Field oneByOne() {
        return oneByOne(list);
    }

    /** Java has no arrays of generic types, so such a list has no method with a variable number of arguments. */
    static @Nullable Field oneByOne(@Nullable Field list) {
        return list == null || itemOf(list).contains("<") ? null : list;
    }

    String item() {
        return list == null ? "" : itemOf(list);
    }

    static String itemOf(Field list) {
        String source = list.type().source();
        return source.substring("List<".length(), source.length() - 1);
    }

    String leadDeclared() {
        return lead.stream().map(field -> field.declared() + ", ").collect(Collectors.joining());
    }

    String leadNames() {
        return lead.stream().map(field -> field.name() + ", ").collect(Collectors.joining());
    }

    /** For a link to the method that takes a collection. */
    String leadTypes() {
        return lead.stream().map(field -> field.bare() + ", ").collect(Collectors.joining());
    }

    String declared() {
        List<String> all = new ArrayList<>(lead.stream().map(Field::declared).toList());
        if (list != null) {
            all.add("Collection<" + item() + "> " + list.name());
        }
        return String.join(", ", all);
    }

    /** Arguments of the constructor. */
    String arguments() {
        List<String> arguments = components.stream().map(this::argument).toList();
        return Arguments.lay(arguments, "        return new (".length() + name.length(), ");");
    }

    private String argument(Field component) {
        if (options.contains(component)) {
            return String.valueOf(component.preset());
        }
        boolean isList = list != null && list.name().equals(component.name());
        return isList
                ? "Checks.items(\"" + component.name() + "\", " + component.name() + ", 0, Integer.MAX_VALUE)"
                : component.name();
    }
}
