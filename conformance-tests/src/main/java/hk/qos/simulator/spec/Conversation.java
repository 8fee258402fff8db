package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One example of the documents: what a client says and what it hears.
 *
 * @param operation the document's name for what is asked, or for the push
 * @param name of the example, such as {@code us}
 * @param status HTTP status of the answer, a usual one where the document names a range; 200 on the stream
 * @param request what is asked, null for a push
 * @param asked the form of what is asked, null for a push
 * @param answer the answer, or the push
 * @param told the form of the answer, or of the push
 * @param check judges the answer, or the push
 * @param files of the documents' folder that the example is made of, that of the answer last
 */
public record Conversation(
        String operation,
        String name,
        int status,
        @Nullable JsonNode request,
        @Nullable Form asked,
        JsonNode answer,
        Form told,
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
