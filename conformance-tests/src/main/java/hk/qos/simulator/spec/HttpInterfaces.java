package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The HTTP interfaces of the OpenAPI document. */
public final class HttpInterfaces {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Documents documents;
    private final Schemas schemas;
    private final DocumentNode root;
    private final Envelope envelope;
    private final List<HttpInterface> all = new ArrayList<>();

    HttpInterfaces(Documents documents, Schemas schemas) {
        this.documents = documents;
        this.schemas = schemas;
        this.root = documents.openApi();
        this.envelope = Envelope.of(root);
        for (Map.Entry<String, DocumentNode> path : documents.members(root.member("paths"))) {
            for (Map.Entry<String, DocumentNode> operation : documents.members(path.getValue())) {
                if (METHODS.contains(operation.getKey())) {
                    all.add(read(path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
    }

    /** All of them, in the document's order. */
    public List<HttpInterface> all() {
        return List.copyOf(all);
    }

    /** The fields of every answer. */
    public Envelope envelope() {
        return envelope;
    }

    /** The request header that carries the key; the query parameter has the same name. */
    public String keyName() {
        for (Map.Entry<String, DocumentNode> scheme :
                documents.members(root.member("components").member("securitySchemes"))) {
            if (scheme.getValue().text("in", "").equals("header")) {
                return scheme.getValue().text("name", "key");
            }
        }
        throw new IllegalStateException("The document has no key in a header");
    }

    /** A limit of the document's {@code x-limits}. */
    public int limit(String name) {
        return root.member("x-limits").node().path(name).asInt();
    }

    /** The documented maximum of items in a page. */
    public int itemsPerPage() {
        return all.stream()
                .map(HttpInterface::paging)
                .filter(Objects::nonNull)
                .mapToInt(Paging::most)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private HttpInterface read(String path, String method, DocumentNode operation) {
        DocumentNode content = documents
                .follow(operation.member("responses").member("200"))
                .member("content")
                .member("application/json");
        DocumentNode body = documents
                .follow(operation.member("requestBody"))
                .member("content")
                .member("application/json");
        Parameters parameters = Parameters.of(documents, operation);
        DocumentNode security = operation.member("security");
        String permission = operation.text("x-permission", "");
        return new HttpInterface(
                operation.text("operationId", path),
                method.toUpperCase(Locale.ROOT),
                path,
                security.exists()
                        ? !security.node().isEmpty()
                        : !root.node().path("security").isEmpty(),
                operation.node().path("x-requests-per-minute").asInt(0),
                permission.isEmpty() ? null : permission,
                parameters,
                parameters.isEmpty()
                        ? schemas.check(body.member("schema"))
                        : schemas.check(operation.text("operationId", path), Parameters.schema(documents, operation)),
                schemas.check(content.member("schema")),
                new SchemaView(documents, content.member("schema")).fields().get(envelope.data()),
                Examples.payloads(examples(content), envelope.data()),
                Examples.beside(examples(content), envelope),
                Paging.of(operation));
    }

    private List<JsonNode> examples(DocumentNode content) {
        List<JsonNode> examples = new ArrayList<>();
        examples.add(documents.follow(content.member("example")).node());
        for (Map.Entry<String, DocumentNode> named : documents.members(content.member("examples"))) {
            examples.add(documents.follow(named.getValue().member("value")).node());
        }
        return examples;
    }
}
