package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One example of the documents: a request and its answer, or a push.
 *
 * @param operation the operation id of the request or push
 * @param name of the example, such as {@code us}
 * @param status the HTTP status of the answer, a typical one if the document has a range; 200 on the stream
 * @param request the request, null for a push
 * @param asked the form of the request, null for a push
 * @param answer the answer or push
 * @param told the form of the answer or push
 * @param check validates the answer or push
 * @param files the files of the example below the documents' folder, that of the answer last
 */
public record Conversation(
        String operation,
        String name,
        int status,
        @Nullable JsonNode request,
        @Nullable SchemaView asked,
        JsonNode answer,
        SchemaView told,
        PayloadCheck check,
        List<String> files) {
    /** The list of files is copied. */
    public Conversation {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return operation + ": " + name;
    }
}
