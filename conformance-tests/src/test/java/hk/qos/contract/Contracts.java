package hk.qos.contract;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.HttpStatus;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.v4.MessageContents;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import hk.qos.simulator.spec.Documents;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.SchemaView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All contracts: one for each example of the documents, and those about meanings that no example shows. */
final class Contracts {
    /** The placeholder in the files for the API key of a run. */
    static final String ANY_KEY = "any-key";

    /** An API key that no server knows. */
    static final String WRONG_KEY = "no-such-key";

    private static final Api API = Api.standard();
    private static final Conversations EXAMPLES = Conversations.of(Documents.load());
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private Contracts() {}

    /** Of the HTTP interfaces. */
    static List<Contract> http() {
        return Stream.concat(
                        EXAMPLES.http().stream()
                                .map(c -> http(c, key(c), state(c), failure(c, Failure.ofStatus(c.status())))),
                        HandWrittenContracts.http(EXAMPLES).stream())
                .toList();
    }

    /** Of the stream's commands. */
    static List<Contract> commands() {
        return Stream.concat(
                        EXAMPLES.commands().stream()
                                .map(c -> command(c, state(c), failure(c, Failure.REFUSED_BY_STREAM))),
                        HandWrittenContracts.commands(EXAMPLES).stream())
                .toList();
    }

    private static @Nullable Failure failure(Conversation c, Failure usual) {
        return isRefused(c) ? Failure.ofErrorText(refusal(c), usual) : null;
    }

    /** The first example of a command. */
    static JsonNode example(String command) {
        return EXAMPLES.commands().stream()
                .filter(c -> c.operation().equals(command))
                .findFirst()
                .map(c -> Objects.requireNonNull(c.request()))
                .orElseThrow();
    }

    /** Of the stream's pushes. */
    static List<Contract> pushes() {
        return EXAMPLES.pushes().stream().map(Contracts::push).toList();
    }

    /** The error text of a refusal; empty if there is none. */
    static String refusal(Conversation c) {
        String errorText = c.answer().path(envelope().status()).asString("");
        return errorText.equals(envelope().ok()) ? "" : errorText;
    }

    /** Whether an answer belongs to another request. */
    static boolean isRefused(Conversation c) {
        return c.request() != null
                && !c.answer()
                        .path(envelope().status())
                        .asString("")
                        .equals(envelope().ok());
    }

    private static Envelope envelope() {
        return API.stream().envelope();
    }

    /** An example of a status about API keys has a wrong key or none. */
    private static @Nullable String key(Conversation c) {
        return c.status() != UNAUTHORIZED ? ANY_KEY : c.name().contains("missing") ? null : WRONG_KEY;
    }

    private static @Nullable String state(Conversation c) {
        if (isRefused(c)) {
            int instruments = AnswerSubject.codes(
                            Objects.requireNonNull(c.request()), Objects.requireNonNull(c.asked()))
                    .size();
            return States.ofRefusal(c.status(), refusal(c), instruments);
        }
        // A plain acknowledgement needs no state.
        return c.request() == null || c.answer().has(envelope().data()) ? States.of(c) : null;
    }

    /**
     * A contract of HTTP.
     *
     * @param key the API key to send, or null
     * @param state the provider state, or null
     * @param failure the exception that the caller gets, or null
     */
    static Contract http(Conversation c, @Nullable String key, @Nullable String state, @Nullable Failure failure) {
        HttpInterface at = API.http().all().stream()
                .filter(i -> i.operationId().equals(c.operation()))
                .findFirst()
                .orElseThrow();
        MatchingRules requestRules = new MatchingRulesImpl();
        Map<String, List<String>> headers = new HashMap<>();
        if (at.parameters().isEmpty()) {
            headers.put("Content-Type", List.of("application/json"));
        }
        if (at.needsKey() && key != null) {
            headers.put(API.http().keyName(), List.of(key));
            if (key.equals(ANY_KEY)) {
                requestRules.addCategory("header").addRule(API.http().keyName(), new RegexMatcher("\\S+"));
            }
        }
        JsonNode asked = CanonicalJson.of(Objects.requireNonNull(c.request()), c.asked());
        HttpRequest request = new HttpRequest(
                at.method(),
                at.parameters().path(at.path(), asked),
                at.parameters().isEmpty() ? Map.of() : at.parameters().query(asked),
                headers,
                at.parameters().isEmpty() ? body(asked) : OptionalBody.missing(),
                requestRules,
                new Generators());
        boolean page = c.answer().isString();
        HttpResponse response = new HttpResponse(
                c.status(),
                new HashMap<>(Map.of("Content-Type", List.of(page ? "text/html" : "application/json"))),
                page ? page(c.answer()) : body(c.answer()),
                rules(c, Set.of()),
                new Generators());
        V4Interaction.SynchronousHttp contract =
                new V4Interaction.SynchronousHttp(c.toString(), states(state), request, response);
        anyStatusLike(c.status(), contract);
        return new Contract(c, contract, failure);
    }

    /** The vendor does not state every status; an inferred one must not fail a live service. */
    private static void anyStatusLike(int status, V4Interaction.SynchronousHttp contract) {
        MatchingRules rules = contract.getResponse().getMatchingRules();
        if (status == UNAUTHORIZED) {
            contract.addTextComment("Inferred: the vendor does not state the status of a wrong key, so 401, 403, and"
                    + " 200 with an error text are all accepted.");
            rules.addCategory("status")
                    .addRule(new StatusCodeMatcher(HttpStatus.StatusCodes, List.of(200, UNAUTHORIZED, 403)));
        } else if (status >= SERVER_ERROR) {
            rules.addCategory("status").addRule(new StatusCodeMatcher(HttpStatus.ServerError, List.of()));
        }
    }

    /** A contract of the stream, with the same parameters. */
    static Contract command(Conversation c, @Nullable String state, @Nullable Failure failure) {
        String correlation = API.stream().correlation();
        ObjectNode asked = (ObjectNode) CanonicalJson.of(Objects.requireNonNull(c.request()), c.asked());
        MatchingRules requestRules = new MatchingRulesImpl();
        SchemaView id = c.asked() == null ? null : c.asked().fields().get(correlation);
        if (id != null && !id.javaName().isEmpty()) { // Otherwise only other clients send it.
            if (!asked.has(correlation)) {
                asked.put(correlation, 1);
            }
            requestRules
                    .addCategory("body")
                    .addRule("$." + correlation, new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER));
        }
        MessageContents request = new MessageContents(body(asked), new HashMap<>(), requestRules, new Generators());
        List<MessageContents> answers = new ArrayList<>(List.of(contents(c, Set.of(correlation))));
        return new Contract(
                c, new V4Interaction.SynchronousMessages(c.toString(), states(state), request, answers), failure);
    }

    private static Contract push(Conversation c) {
        return new Contract(
                c, new V4Interaction.AsynchronousMessage(c.toString(), states(state(c)), contents(c, Set.of())), null);
    }

    private static MessageContents contents(Conversation c, Set<String> exact) {
        return new MessageContents(body(c.answer()), new HashMap<>(), rules(c, exact), new Generators());
    }

    private static MatchingRules rules(Conversation c, Set<String> exact) {
        Set<String> fixed = new HashSet<>(exact);
        String status = envelope().status();
        if (!isRefused(c)) {
            fixed.add(status);
        }
        MatchingRuleCategory body = BodyRules.like(c.answer(), c.told(), fixed, AnswerSubject.of(c));
        if (isRefused(c) && c.answer().has(status)) {
            body.addRule("$." + status, new RegexMatcher("(?!" + envelope().ok() + "$).+"));
        }
        MatchingRules rules = new MatchingRulesImpl();
        rules.addCategory(body);
        return rules;
    }

    private static List<ProviderState> states(@Nullable String state) {
        return state == null ? new ArrayList<>() : new ArrayList<>(List.of(new ProviderState(state)));
    }

    private static OptionalBody body(JsonNode json) {
        return OptionalBody.body(json.toString().getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
    }

    private static OptionalBody page(JsonNode text) {
        return OptionalBody.body(text.asString().getBytes(StandardCharsets.UTF_8), ContentType.getHTML());
    }
}
