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

/** The two documents and the schemas that they refer to, read from a folder of the class path; safe for all threads. */
public final class Documents {
    /** Where the documents lie on the class path, unless told otherwise. */
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
     * Documents of another folder.
     *
     * @param folder on the class path, ending with a slash
     */
    public static Documents load(String folder) {
        return new Documents(folder);
    }

    /** The OpenAPI document's root. */
    Located openApi() {
        return root("openapi.yaml");
    }

    /** The AsyncAPI document's root. */
    Located asyncApi() {
        return root("asyncapi.yaml");
    }

    /** Where a piece lies, in the form that the schema validator loads. */
    String address(Located piece) {
        return "classpath:" + folder + piece.file() + "#" + piece.pointer();
    }

    /** Follows references until something else stands there. */
    Located follow(Located piece) {
        Located at = piece;
        for (int hops = 0; at.node().path("$ref").isString(); hops++) {
            if (hops > 32) {
                throw new IllegalStateException("References go round in circles at " + address(piece));
            }
            at = target(at);
        }
        return at;
    }

    /** The members of an object of the document, references followed, in the document's order. */
    List<Map.Entry<String, Located>> members(Located piece) {
        List<Map.Entry<String, Located>> members = new ArrayList<>();
        for (String name : piece.node().propertyNames()) {
            members.add(Map.entry(name, follow(piece.member(name))));
        }
        return members;
    }

    private Located target(Located piece) {
        String reference = piece.node().path("$ref").asString();
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String file = path.isEmpty() ? piece.file() : relative(piece.file(), path);
        JsonNode node = root(file).node().at(pointer);
        if (node.isMissingNode()) {
            throw new IllegalStateException("Nothing at " + reference + ", named in " + address(piece));
        }
        return new Located(file, pointer, node);
    }

    private static String relative(String from, String path) {
        return java.net.URI.create(from).resolve(path).toString();
    }

    private Located root(String file) {
        return new Located(file, "", files.computeIfAbsent(file, this::read));
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
