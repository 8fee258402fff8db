package hk.qos.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Java types of formats, from the table {@code formats.json}, which the lint and the other generator read too. */
final class FormatTable {
    private final JsonNode types;
    private final JsonNode formats;

    private FormatTable(JsonNode table) {
        types = table.path("types");
        formats = table.path("formats");
    }

    static FormatTable load() {
        try (InputStream in = FormatTable.class.getResourceAsStream("/formats.json")) {
            return new FormatTable(new ObjectMapper().readTree(Objects.requireNonNull(in, "formats.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the Java type of a scalar, or null if the table has neither its format nor its type. */
    JavaType.@Nullable Scalar scalar(@Nullable String type, @Nullable String format) {
        JsonNode row = format != null && formats.has(format) ? formats.get(format) : types.path(String.valueOf(type));
        if (row.isMissingNode()) {
            return null;
        }
        return new JavaType.Scalar(
                row.get("java").asText(),
                row.path("primitive").asText(""),
                row.get("codec").asText(),
                row.path("text").asText(""));
    }
}
