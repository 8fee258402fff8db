package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a record computes from its components.
 *
 * @param name of the method
 * @param documentation what it is, as lines of a comment
 * @param expression that computes it
 */
record DerivedModel(String name, List<String> documentation, String expression) {
    private static final Map<String, String> ROUNDING = Map.of(
            "difference", " Not rounded.", "percent", " Rounded half up to four decimals.", "mean", " Not rounded.");

    /** @param fields the components, by their names on the wire */
    static List<DerivedModel> all(String schema, Schema<?> stated, Map<String, Field> fields, SchemaTypes types) {
        Extensions all = Extensions.of(stated).map("x-derived");
        List<DerivedModel> derived = new ArrayList<>();
        for (String name : all.fields().keySet()) {
            String place = schema + ".x-derived." + name;
            Extensions rule = all.map(name);
            String kind = ROUNDING.keySet().stream()
                    .filter(rule::has)
                    .findFirst()
                    .orElseThrow(() -> new DocumentException(place, "has no difference, percent or mean"));
            List<String> prices = rule.texts(kind).stream()
                    .map(price -> price(place, price, fields, types))
                    .toList();
            String description = Javadoc.text(rule.text("description")) + ROUNDING.get(kind)
                    + " Null if a price that it needs is absent or zero.";
            derived.add(new DerivedModel(
                    name, Javadoc.wrap(description), "DerivedPrices." + kind + "(" + String.join(", ", prices) + ")"));
        }
        return derived;
    }

    private static String price(String place, String operand, Map<String, Field> fields, SchemaTypes types) {
        String[] path = operand.split("\\.", 2);
        Field field = fields.get(path[0]);
        if (field == null) {
            throw new DocumentException(place, operand + " is no field");
        }
        if (path.length == 1) {
            return field.name();
        }
        String inner = field.type() instanceof JavaType.ListOf list && list.item() instanceof JavaType.Named item
                ? component(types.component(place, item.source()), path[1])
                : null;
        if (inner == null) {
            throw new DocumentException(place, operand + " is no field of the items of a list");
        }
        String item = ((JavaType.ListOf) field.type()).item().source();
        return "DerivedPrices.first(" + field.name() + ", " + item + "::" + inner + ")";
    }

    private static @Nullable String component(Schema<?> item, String wire) {
        Schema<?> property =
                item.getProperties() == null ? null : item.getProperties().get(wire);
        return property == null ? null : Extensions.of(property).text("x-java-name");
    }
}
