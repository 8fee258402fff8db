package hk.qos.contract;

import hk.qos.simulator.spec.StreamCommand;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Frames that prepare a contract. */
final class StreamFrames {
    private StreamFrames() {}

    /** The command that subscribes to this push: an example of the command, with the key of the push. */
    static JsonNode subscribing(StreamCommand command, JsonNode push, JsonNode like) {
        StreamCommand.Subscription subscription = Objects.requireNonNull(command.subscription());
        ObjectNode frame = (ObjectNode) like.deepCopy();
        frame.putArray(subscription.keys()).add(push.path(subscription.key()).asString());
        subscription.parameters().forEach(name -> frame.set(name, push.path(name)));
        return frame;
    }
}
