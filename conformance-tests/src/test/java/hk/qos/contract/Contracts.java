package hk.qos.contract;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.v4.MessageContents;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import hk.qos.simulator.spec.Documents;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.Form;
import hk.qos.simulator.spec.HttpInterface;
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

/** All contracts: one for each example of the documents, and those with a meaning that no example shows. */
final class Contracts {
    /** Stands in the files where a run puts its own key. */
    static final String ANY_KEY = "any-key";

    /** A key that no server knows. */
    static final String WRONG_KEY = "no-such-key";

    private static final Api API = Api.standard();
    private static final Conversations EXAMPLES = Conversations.of(Documents.load());

    private Contracts() {}

    /** Of the HTTP interfaces. */
    static List<Contract> http() {
        List<Contract> contracts = new ArrayList<>();
        EXAMPLES.http()
                .forEach(c ->
                        contracts.add(http(c, 200, ANY_KEY, state(c, API.http().envelope()))));
        contracts.addAll(Meanings.http(EXAMPLES));
        return contracts;
    }

    /** Of the stream's commands. */
    static List<Contract> commands() {
        return Stream.concat(EXAMPLES.commands().stream(), Meanings.commands(EXAMPLES).stream())
                .map(Contracts::command)
                .toList();
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

    static Contract http(Conversation c, int status, String key, @Nullable String state) {
        HttpInterface at = API.http().all().stream()
                .filter(i -> i.operationId().equals(c.operation()))
                .findFirst()
                .orElseThrow();
        MatchingRules requestRules = new MatchingRulesImpl();
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of("application/json"));
        if (at.needsKey()) {
            headers.put(API.http().keyName(), List.of(key));
            if (key.equals(ANY_KEY)) {
                requestRules.addCategory("header").addRule(API.http().keyName(), new RegexMatcher("\\S+"));
            }
        }
        JsonNode asked = Canonical.of(Objects.requireNonNull(c.request()), c.asked());
        HttpRequest request =
                new HttpRequest(at.method(), at.path(), Map.of(), headers, body(asked), requestRules, new Generators());
        HttpResponse response = new HttpResponse(
                status,
                new HashMap<>(Map.of("Content-Type", List.of("application/json"))),
                body(c.answer()),
                rules(c.answer(), c.told(), API.http().envelope(), Set.of()),
                new Generators());
        return new Contract(c, new V4Interaction.SynchronousHttp(c.toString(), states(state), request, response));
    }

    private static Contract command(Conversation c) {
        String correlation = API.stream().correlation();
        ObjectNode asked = (ObjectNode) Canonical.of(Objects.requireNonNull(c.request()), c.asked());
        MatchingRules requestRules = new MatchingRulesImpl();
        if (c.asked() != null && c.asked().fields().containsKey(correlation)) {
            if (!asked.has(correlation)) {
                asked.put(correlation, 1);
            }
            requestRules
                    .addCategory("body")
                    .addRule("$." + correlation, new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER));
        }
        MessageContents request = new MessageContents(body(asked), new HashMap<>(), requestRules, new Generators());
        MessageContents answer = contents(c, Set.of(correlation));
        List<MessageContents> answers = new ArrayList<>(List.of(answer));
        return new Contract(
                c,
                new V4Interaction.SynchronousMessages(
                        c.toString(), states(state(c, API.stream().envelope())), request, answers));
    }

    private static Contract push(Conversation c) {
        return new Contract(
                c,
                new V4Interaction.AsynchronousMessage(
                        c.toString(), states(States.of(c, false)), contents(c, Set.of())));
    }

    private static MessageContents contents(Conversation c, Set<String> exact) {
        MatchingRules rules = rules(c.answer(), c.told(), API.stream().envelope(), exact);
        return new MessageContents(body(c.answer()), new HashMap<>(), rules, new Generators());
    }

    private static MatchingRules rules(JsonNode answer, Form form, Envelope envelope, Set<String> exact) {
        Set<String> fixed = new HashSet<>(exact);
        boolean ok = answer.path(envelope.status()).asString("").equals(envelope.ok());
        if (ok) {
            fixed.add(envelope.status());
        }
        MatchingRuleCategory body = BodyRules.like(answer, form, fixed);
        if (!ok && answer.has(envelope.status())) {
            body.addRule("$." + envelope.status(), new RegexMatcher("(?!" + envelope.ok() + "$).+"));
        }
        MatchingRules rules = new MatchingRulesImpl();
        rules.addCategory(body);
        return rules;
    }

    private static @Nullable String state(Conversation c, Envelope envelope) {
        return States.of(c, !c.answer().path(envelope.status()).asString("").equals(envelope.ok()));
    }

    private static List<ProviderState> states(@Nullable String state) {
        return state == null ? new ArrayList<>() : new ArrayList<>(List.of(new ProviderState(state)));
    }

    private static OptionalBody body(JsonNode json) {
        return OptionalBody.body(json.toString().getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
    }
}
