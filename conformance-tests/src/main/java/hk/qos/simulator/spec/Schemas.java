package hk.qos.simulator.spec;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.keyword.UnknownKeywordFactory;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates validators of messages. For everything that the documents use, draft-07 and OpenAPI 3.0 agree. */
final class Schemas {
    /** The prefix of extension fields, which do not affect validity. */
    private static final String EXTENSION = "x-";

    private final Documents documents;
    private final SchemaRegistry registry;
    /** What a value of a format must be, for messages. */
    private final Map<String, String> formats;

    Schemas(Documents documents) {
        this.documents = documents;
        DocumentNode moments = documents.openApi().member("x-reading").member("moments");
        Dialect dialect = Dialect.builder(Dialects.getDraft7())
                .format(new DecimalFormat())
                .format(new EmailFormat())
                .format(new WholeNumberFormat("int32", Integer.MIN_VALUE, Integer.MAX_VALUE))
                .format(new WholeNumberFormat("int64", Long.MIN_VALUE, Long.MAX_VALUE))
                .format(new WholeNumberFormat(
                        "unix-time",
                        moment(moments, "earliest").getEpochSecond(),
                        moment(moments, "latest").getEpochSecond()))
                .format(new WholeNumberFormat(
                        "unix-time-ms",
                        moment(moments, "earliest").toEpochMilli(),
                        moment(moments, "latest").toEpochMilli()))
                .format(new CompactDateFormat())
                .unknownKeywordFactory((name, context) -> name.startsWith(EXTENSION)
                        ? new NonValidationKeyword(name)
                        : UnknownKeywordFactory.getInstance().getKeyword(name, context))
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        String bounds = ", from " + moments.text("earliest", "") + " to " + moments.text("latest", "");
        this.formats = Map.of(
                "decimal", "is not a decimal number without an exponent",
                "int32", "is not a whole number of 32 bits",
                "int64", "is not a whole number of 64 bits",
                "unix-time", "is not a time in seconds" + bounds,
                "unix-time-ms", "is not a time in milliseconds" + bounds,
                "compact-date", "is not a day such as 20260102");
        this.registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    }

    /** Both sides send the unit of the format. Milliseconds for seconds, which readers accept, are outside of the bounds. */
    private static Instant moment(DocumentNode moments, String bound) {
        return Instant.parse(moments.text(bound, ""));
    }

    /** Creates validators of other schemas, by the same rules. */
    SchemaRegistry registry() {
        return registry;
    }

    /** A check of a schema that is in no document; its references are those of the OpenAPI document. */
    PayloadCheck check(String name, DocumentNode schema) {
        String address = documents.address(new DocumentNode(schema.file(), "", schema.node()));
        SchemaLocation location = SchemaLocation.of(address.replace("#", "-" + name));
        String text = schema.node().toString().replace("\"$ref\":\"#/", "\"$ref\":\"./" + schema.file() + "#/");
        JsonNode closed = JsonMapper.shared().readTree(text);
        return new PayloadCheck(registry.getSchema(location, closed), new Shape(documents, schema), formats);
    }

    PayloadCheck check(DocumentNode schema) {
        DocumentNode at = documents.follow(schema);
        SchemaLocation location = SchemaLocation.of(documents.address(at));
        return new PayloadCheck(registry.getSchema(location), new Shape(documents, at), formats);
    }
}
