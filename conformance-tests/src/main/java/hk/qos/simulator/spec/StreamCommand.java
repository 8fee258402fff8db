package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command of the stream.
 *
 * @param operationId the document's name for it
 * @param type its letters on the wire
 * @param kind what it does
 * @param subscription what it subscribes to or cancels; null for the other kinds
 * @param timed whether the answer carries the server's time
 * @param request check of the frame
 * @param reply check of the answer
 * @param examples payloads of the examples of the answer that have one
 */
public record StreamCommand(
        String operationId,
        String type,
        Kind kind,
        @Nullable Subscription subscription,
        boolean timed,
        PayloadCheck request,
        PayloadCheck reply,
        List<JsonNode> examples) {
    /** What a command does. */
    public enum Kind {
        /** Tells that the client is alive. */
        HEARTBEAT,
        /** Starts pushes. */
        SUBSCRIBE,
        /** Ends pushes. */
        CANCEL,
        /** Asks for data once. */
        REQUEST
    }

    /**
     * What a subscription is about.
     *
     * @param operationId of the push
     * @param type the push's letters on the wire
     * @param key the push's field with the instrument
     * @param parameters fields of the command that are part of what is subscribed
     * @param push check of a push
     * @param examples pushes of the document, for what has no other source
     */
    public record Subscription(
            String operationId,
            String type,
            String key,
            List<String> parameters,
            PayloadCheck push,
            List<JsonNode> examples) {}
}
