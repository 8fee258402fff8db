package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.PayloadCheck;
import hk.qos.simulator.spec.Problem;
import hk.qos.simulator.spec.StreamCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Validates the simulator's messages against the documents, unknown fields included; the raw clients use it for every
 * message.
 */
final class MessageValidator {
    private static final Api API = Api.standard();
    private static final Map<String, HttpInterface> INTERFACES =
            API.http().all().stream().collect(Collectors.toMap(HttpInterface::path, Function.identity()));
    private static final Map<String, PayloadCheck> PUSHES = API.stream().all().stream()
            .map(StreamCommand::subscription)
            .filter(subscription -> subscription != null)
            .distinct()
            .collect(Collectors.toMap(
                    StreamCommand.Subscription::type, StreamCommand.Subscription::push, (one, same) -> one));

    private MessageValidator() {}

    /** An answer to a request. */
    static void answer(String path, JsonNode body) {
        if (isOk(body)) {
            HttpInterface http = Objects.requireNonNull(INTERFACES.get(path), "an interface at " + path);
            assertValid(body, http.reply().strictProblems(body));
        } else {
            assertThat(body.path("msg").asString("")).as("refusal " + body).isNotBlank();
            assertThat(body.propertyNames()).as("refusal").containsExactly("msg");
        }
    }

    /** An answer or push of the stream. */
    static void message(JsonNode message) {
        String push = message.path("tp").asString("");
        String answer = message.path("type").asString("");
        StreamCommand command = API.stream().of(answer);
        if (!push.isEmpty()) {
            PayloadCheck check = Objects.requireNonNull(PUSHES.get(push), "a kind of push: " + message);
            assertValid(message, check.strictProblems(message));
        } else if (command != null) {
            assertValid(message, command.reply().strictProblems(message));
        } else if (isOk(message) || message.path("msg").asString("").isBlank()) {
            fail("Neither push nor answer nor refusal: " + message);
        }
    }

    private static boolean isOk(JsonNode body) {
        return body.path("msg").asString("").equals("OK");
    }

    private static void assertValid(JsonNode message, List<Problem> problems) {
        assertThat(problems).as(message.toString()).isEmpty();
    }
}
