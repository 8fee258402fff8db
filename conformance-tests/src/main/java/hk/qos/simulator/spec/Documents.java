package hk.qos.simulator.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The two documents and the schemas that they refer to, read from a folder of the class path. Thread-safe. */
public final class Documents {
    /** The default folder of the documents on the class path. */
    public static final String FOLDER = "hk/qos/spec/";

    private final String folder;
    private final YAMLMapper yaml = new YAMLMapper();
    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    private Documents(String folder) {
        this.folder = folder;
    }

    /** The documents of this version. */
    public static Documents load() {
        return load(FOLDER);
    }

    /**
     * Reads documents of another folder.
     *
     * @param folder on the class path, ending with a slash
     */
    public static Documents load(String folder) {
        return new Documents(folder);
    }

    /** The OpenAPI document's root. */
    DocumentNode openApi() {
        return root("openapi.yaml");
    }

    /** The AsyncAPI document's root. */
    DocumentNode asyncApi() {
        return root("asyncapi.yaml");
    }

    /** The location of a piece, in the form that the schema validator loads. */
    String address(DocumentNode piece) {
        return "classpath:" + folder + piece.file() + "#" + piece.pointer();
    }

    /** Resolves references. */
    DocumentNode follow(DocumentNode piece) {
        DocumentNode at = piece;
        for (int hops = 0; at.node().path("$ref").isString(); hops++) {
            if (hops > 32) {
                throw new IllegalStateException("References go round in circles at " + address(piece));
            }
            at = target(at);
        }
        return at;
    }

    /** The members of an object of the document, references followed, in the document's order. */
    List<Map.Entry<String, DocumentNode>> members(DocumentNode piece) {
        List<Map.Entry<String, DocumentNode>> members = new ArrayList<>();
        for (String name : piece.node().propertyNames()) {
            members.add(Map.entry(name, follow(piece.member(name))));
        }
        return members;
    }

    private DocumentNode target(DocumentNode piece) {
        String reference = piece.node().path("$ref").asString();
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String file = path.isEmpty() ? piece.file() : relative(piece.file(), path);
        JsonNode node = root(file).node().at(pointer);
        if (node.isMissingNode()) {
            throw new IllegalStateException("Nothing at " + reference + ", named in " + address(piece));
        }
        return new DocumentNode(file, pointer, node);
    }

    private static String relative(String from, String path) {
        return java.net.URI.create(from).resolve(path).toString();
    }

    private DocumentNode root(String file) {
        return new DocumentNode(file, "", files.computeIfAbsent(file, this::read));
    }

    private JsonNode read(String file) {
        String path = folder + file;
        try (InputStream in = Documents.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + path);
            }
            return yaml.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
