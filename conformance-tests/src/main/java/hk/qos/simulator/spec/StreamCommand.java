package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One command of the stream.
 *
 * @param operationId the document's name for it
 * @param type the letters on the wire
 * @param kind the kind of command
 * @param subscription the subscription that it starts or cancels; null for other kinds
 * @param timed whether the answer carries the server's time
 * @param request validates the frame
 * @param reply validates the answer
 * @param payload the form of the answer's payload; null if it has none
 * @param examples payloads of the examples of the answer that have one
 * @param beside the fields of an answer beside these, with the values of the first examples that have them
 */
public record StreamCommand(
        String operationId,
        String type,
        Kind kind,
        @Nullable Subscription subscription,
        boolean timed,
        PayloadCheck request,
        PayloadCheck reply,
        @Nullable SchemaView payload,
        List<JsonNode> examples,
        ObjectNode beside) {
    /** The kinds of commands. */
    public enum Kind {
        /** Heartbeat. */
        HEARTBEAT,
        /** Starts pushes. */
        SUBSCRIBE,
        /** Ends pushes. */
        CANCEL,
        /** Requests data once. */
        REQUEST
    }

    /**
     * A subscription.
     *
     * @param operationId of the push
     * @param type the push's letters on the wire
     * @param keys the command's field with the subscribed keys
     * @param byInstrument whether these are instruments
     * @param key the push's field with its key
     * @param parameters the fields of the command that identify the subscription
     * @param push validates a push
     * @param payload the form of a push
     * @param examples the document's examples of pushes, for those with no other source
     */
    public record Subscription(
            String operationId,
            String type,
            String keys,
            boolean byInstrument,
            String key,
            List<String> parameters,
            PayloadCheck push,
            SchemaView payload,
            List<JsonNode> examples) {}
}
