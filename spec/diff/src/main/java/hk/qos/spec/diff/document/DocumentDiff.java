package hk.qos.spec.diff.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hk.qos.spec.diff.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** Compares two folders that hold {@code openapi.yaml}, {@code asyncapi.yaml} and what they refer to. */
public final class DocumentDiff {
    /** The HTTP document's file name. */
    public static final String HTTP = "openapi.yaml";
    /** The stream document's file name. */
    public static final String STREAM = "asyncapi.yaml";

    private DocumentDiff() {}

    /** Whether the folder has both documents. */
    public static boolean presentIn(Path folder) {
        return Files.isRegularFile(folder.resolve(HTTP)) && Files.isRegularFile(folder.resolve(STREAM));
    }

    /**
     * All changes from one version to the other, the worst first.
     *
     * @throws IllegalArgumentException a document refers to something that is not there
     * @throws java.io.UncheckedIOException a file cannot be read or is no YAML
     */
    public static List<Change> compare(Path before, Path after) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(exchanged("HTTP", http(before), http(after)));
        changes.addAll(exchanged("stream", stream(before), stream(after)));
        changes.addAll(FactDiff.compare(before, after));
        return Change.join(changes);
    }

    private static List<Change> exchanged(String medium, ObjectNode before, ObjectNode after) {
        ExchangeWalk walk = new ExchangeWalk(medium);
        walk.visit(OpenApiCompare.fromContents(before.toString(), after.toString()));
        return walk.changes();
    }

    private static ObjectNode http(Path folder) {
        ObjectNode document = DocumentTree.read(folder.resolve(HTTP));
        if (document.path("components") instanceof ObjectNode components) {
            components.retain("securitySchemes");
        }
        return document;
    }

    private static ObjectNode stream(Path folder) {
        return StreamAsHttp.of(DocumentTree.read(folder.resolve(STREAM)));
    }
}
