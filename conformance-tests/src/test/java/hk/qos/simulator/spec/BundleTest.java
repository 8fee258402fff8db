package hk.qos.simulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.contract.FormatCodecs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bundled documents equal the documents, and need no other file. */
class BundleTest {
    private static final String BUNDLED = Documents.FOLDER + "bundled/";
    private static final Documents SOURCES = Documents.load();
    private static final Documents BUNDLES = Documents.load(BUNDLED);

    private static final Map<String, String> PREFIXED = prefixed();

    /** The names of values that several enumerations have, by the name with the enumeration's in front. */
    private static Map<String, String> prefixed() {
        Map<String, List<String>> enumerations = new HashMap<>();
        SOURCES.members(SOURCES.openApi().member("components").member("schemas"))
                .forEach(schema -> {
                    String prefix = schema.getKey()
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                            .toUpperCase(Locale.ROOT);
                    for (JsonNode name : schema.getValue().node().path("x-enum-varnames")) {
                        enumerations
                                .computeIfAbsent(name.asString(), none -> new ArrayList<>())
                                .add(prefix);
                    }
                });
        Map<String, String> prefixed = new HashMap<>();
        enumerations.forEach((name, prefixes) -> {
            if (prefixes.size() > 1) {
                prefixes.forEach(prefix -> prefixed.put(prefix + "_" + name, name));
            }
        });
        return prefixed;
    }

    private static DocumentNode root(Documents documents, String name) {
        return name.equals("openapi.yaml") ? documents.openApi() : documents.asyncApi();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "asyncapi.yaml"})
    void bundleHasNoExternalOrDanglingReference(String name) {
        JsonNode document = root(BUNDLES, name).node();
        List<String> dangling = new ArrayList<>();
        texts(document, text -> {
            boolean reference = text.startsWith("#/");
            if (text.startsWith("./")
                    || (reference && document.at(text.substring(1)).isMissingNode())) {
                dangling.add(text);
            }
        });

        assertThat(dangling).isEmpty();
        assertThat(document.at("/components/schemas/InstrumentCode/x-code/markets")
                        .asString())
                .isEqualTo("#/components/schemas/Market");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "asyncapi.yaml"})
    void bundleKeepsAllSchemaNames(String name) {
        JsonNode schemas = root(BUNDLES, name).node().at("/components/schemas");

        assertThat(schemas.propertyNames())
                .containsExactlyElementsOf(
                        root(SOURCES, name).node().at("/components/schemas").propertyNames());
        assertThat(schemas.valueStream()).noneMatch(schema -> schema.has("$ref"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "asyncapi.yaml"})
    void bundleEqualsResolvedDocument(String name) {
        assertThat(resolved(BUNDLES, root(BUNDLES, name))).isEqualTo(resolved(SOURCES, root(SOURCES, name)));
    }

    @Test
    void jsonEqualsYaml() throws IOException {
        try (InputStream in = BundleTest.class.getClassLoader().getResourceAsStream(BUNDLED + "openapi.json")) {
            assertThat(JsonMapper.shared().readTree(Objects.requireNonNull(in)))
                    .isEqualTo(BUNDLES.openApi().node());
        }
    }

    @Test
    void valueNamesAreUniqueInTheDocument() {
        List<String> names = new ArrayList<>();
        BUNDLES.openApi()
                .node()
                .at("/components/schemas")
                .forEach(schema -> schema.path("x-enum-varnames").forEach(one -> names.add(one.asString())));

        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("SESSION_UNKNOWN", "TRADE_DIRECTION_UNKNOWN", "PRE_MARKET", "US");
    }

    /** Resolves references, and undoes the differences of the bundle. */
    private static JsonNode resolved(Documents documents, DocumentNode at) {
        DocumentNode piece = documents.follow(at);
        if (piece.node() instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            for (int i = 0; i < list.size(); i++) {
                copy.add(resolved(documents, piece.element(i)));
            }
            return copy;
        }
        if (!(piece.node() instanceof ObjectNode object)) {
            String text = piece.node().asString("");
            // Reduces a text that refers to a schema to the schema's name.
            return text.matches("(\\./\\S*)?#/\\S*") ? object(text.substring(text.lastIndexOf('/') + 1)) : piece.node();
        }
        ObjectNode copy = object.objectNode();
        for (String name : new TreeSet<>(object.propertyNames())) {
            copy.set(name, resolved(documents, piece.member(name)));
        }
        if (copy.has("x-format")) {
            String format = copy.path("x-format").asString();
            copy.remove(FormatCodecs.row(format).path("bundled").propertyNames());
            copy.set("format", Objects.requireNonNull(copy.remove("x-format")));
        }
        if (copy.get("x-enum-varnames") instanceof ArrayNode names) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i).asString();
                names.set(i, PREFIXED.getOrDefault(name, name));
            }
        }
        return copy;
    }

    private static JsonNode object(String name) {
        return JsonMapper.shared().createObjectNode().put("names", name);
    }

    private interface Texts {
        void text(String text);
    }

    private static void texts(JsonNode node, Texts each) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            texts(member.getValue(), each);
        }
        node.forEach(element -> texts(element, each));
        if (node.isString()) {
            each.text(node.asString());
        }
    }
}
