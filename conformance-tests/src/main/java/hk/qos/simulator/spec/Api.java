package hk.qos.simulator.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parsed documents.
 *
 * @param http the HTTP interfaces
 * @param stream the stream's commands
 * @param codes how instruments are spelled
 * @param hours when the markets trade, by their names on the wire; those that the documents do not tell are missing
 * @param barTypes the names of the lengths of bars, by their numbers on the wire
 */
public record Api(
        HttpInterfaces http,
        StreamCommands stream,
        Codes codes,
        Map<String, TradingHours> hours,
        Map<Integer, String> barTypes) {
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
                barTypes(documents));
    }

    private static Map<Integer, String> barTypes(Documents documents) {
        DocumentNode all = documents.openApi().member("components").member("schemas");
        SchemaView type = new SchemaView(documents, all.member("KLineType"));
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < type.values().size(); i++) {
            names.put(type.values().get(i).asInt(), type.names().get(i));
        }
        return names;
    }
}
