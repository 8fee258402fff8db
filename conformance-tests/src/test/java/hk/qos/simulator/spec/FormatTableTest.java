package hk.qos.simulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.TextFormats;
import hk.qos.contract.FormatCodecs;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each format of the documents' table works in the client and in the simulator; the lint has a test of its own. */
class FormatTableTest {
    private static final Documents DOCUMENTS = Documents.load();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENTS);

    static Set<String> formats() {
        return FormatCodecs.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void clientWritesValidValuesUnchanged(String format) {
        JsonNode row = FormatCodecs.row(format);
        assertThat(row.path("valid")).isNotEmpty().allSatisfy(valid -> {
            Object value = FormatCodecs.read(row, valid.toString());
            assertThat(FormatCodecs.written(row, Objects.requireNonNull(value))).isEqualTo(valid.toString());
        });
    }

    /** Pushes contain no batches of codes. */
    @ParameterizedTest
    @MethodSource("formats")
    void clientHasCodecsForBytesAndText(String format) {
        JsonNode row = FormatCodecs.row(format);
        if (row.has("text")) {
            assertThat(FormatCodecs.method(ByteFormats.class, "read", row)).isNotNull();
            assertThat(FormatCodecs.method(ByteFormats.class, "write", row)).isNotNull();
            String text = row.path("text").asString();
            assertThat(Arrays.stream(TextFormats.class.getMethods())
                            .map(method -> method.getName().toLowerCase(Locale.ROOT)))
                    .contains("parse" + text.toLowerCase(Locale.ROOT))
                    .contains("print" + text.toLowerCase(Locale.ROOT));
        } else {
            assertThat(row.path("java").asString()).startsWith("java.util.List");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void simulatorAcceptsValidValuesOnly(String format) {
        JsonNode row = FormatCodecs.row(format);
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("type", row.path("json").asString()).put("format", format);
        documented(format).forEach(known -> schema.set("pattern", known.path("pattern")));
        var check = SCHEMAS.registry().getSchema(schema);

        assertThat(row.path("valid"))
                .isNotEmpty()
                .allSatisfy(valid -> assertThat(check.validate(valid)).isEmpty());
        assertThat(row.path("invalid"))
                .isNotEmpty()
                .allSatisfy(invalid -> assertThat(check.validate(invalid)).isNotEmpty());
    }

    /** Codes have their form in a schema of the documents. */
    private static Stream<JsonNode> documented(String format) {
        return DOCUMENTS.members(DOCUMENTS.openApi().member("components").member("schemas")).stream()
                .map(schema -> schema.getValue().node())
                .filter(schema -> schema.path("format").asString("").equals(format) && schema.has("pattern"));
    }
}
