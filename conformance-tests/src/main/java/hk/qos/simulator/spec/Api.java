package hk.qos.simulator.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The parsed documents.
 *
 * @param http the HTTP interfaces
 * @param stream the stream's commands
 * @param codes how instruments are spelled
 * @param hours when the markets trade, by their names on the wire; those that the documents do not tell are missing
 * @param barTypes the names of the lengths of bars, by their numbers on the wire
 * @param schemas by their names
 */
public record Api(
        HttpInterfaces http,
        StreamCommands stream,
        Codes codes,
        Map<String, TradingHours> hours,
        Map<Integer, String> barTypes,
        Map<String, SchemaView> schemas) {
    private static final class Loaded {
        static final Api STANDARD = of(Documents.load());
    }

    /** The documents of this version, parsed once in a process. */
    public static Api standard() {
        return Loaded.STANDARD;
    }

    /** Parses these documents. */
    public static Api of(Documents documents) {
        Schemas schemas = new Schemas(documents);
        return new Api(
                new HttpInterfaces(documents, schemas),
                new StreamCommands(documents, schemas),
                new Codes(documents),
                TradingHours.of(documents),
                barTypes(schemas(documents)),
                schemas(documents));
    }

    private static Map<String, SchemaView> schemas(Documents documents) {
        Map<String, SchemaView> schemas = new LinkedHashMap<>();
        documents
                .members(documents.openApi().member("components").member("schemas"))
                .forEach(schema -> schemas.put(schema.getKey(), new SchemaView(documents, schema.getValue())));
        return schemas;
    }

    /**
     * The name on the wire of a field.
     *
     * @param schema of the object
     * @param javaName of the field
     */
    public String wireName(String schema, String javaName) {
        return schema(schema).fields().entrySet().stream()
                .filter(field -> field.getValue().javaName().equals(javaName))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The schema " + schema + " has no field " + javaName));
    }

    /** The value on the wire of a constant of an enumeration. */
    public JsonNode wireValue(String schema, String constant) {
        SchemaView values = schema(schema);
        int place = values.names().indexOf(constant);
        if (place < 0) {
            throw new IllegalStateException("The enumeration " + schema + " has no value " + constant);
        }
        return values.values().get(place);
    }

    private SchemaView schema(String name) {
        SchemaView schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalStateException("The documents have no schema " + name);
        }
        return schema;
    }

    private static Map<Integer, String> barTypes(Map<String, SchemaView> schemas) {
        SchemaView type = Objects.requireNonNull(schemas.get("KLineType"), "KLineType");
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < type.values().size(); i++) {
            names.put(type.values().get(i).asInt(), type.names().get(i));
        }
        return names;
    }
}
