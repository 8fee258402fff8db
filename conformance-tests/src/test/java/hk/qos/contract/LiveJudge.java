package hk.qos.contract;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.contract.LiveReport.Outcome;
import hk.qos.contract.LiveReport.Result;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Judges what a live service sent. What the documents permit is drift and breaks no contract: a field that they do not
 * have, a new value of an enumeration, an optional field without a value, and an empty list of a market that may have
 * nothing.
 */
final class LiveJudge {
    private static final Envelope ENVELOPE = Api.standard().stream().envelope();
    private static final int MAX_TEXT_LENGTH = 80;

    /** Crypto instruments trade at all hours. */
    private static final Set<String> NEVER_CLOSE = Set.of("CF");

    private final Verifier verifier = new Verifier();
    private final Drift drift;
    private final ExampleCandidates candidates;

    LiveJudge(Drift drift, ExampleCandidates candidates) {
        this.drift = drift;
        this.candidates = candidates;
    }

    /** Examines an answer for drift only; returns whether there was some. */
    boolean look(Interaction contract, JsonNode answer) {
        Conversation like = verifier.conversation(contract);
        boolean differs = like != null && drift.look(like, answer);
        if (like != null && differs) {
            candidates.write(like, answer);
        }
        return differs;
    }

    /** Judges an answer of HTTP. */
    Outcome judged(V4Interaction.SynchronousHttp contract, ProviderResponse answer) {
        JsonNode body = Verifier.body(answer);
        boolean differs = look(contract, body);
        if (!body.isObject()) {
            return failed(contract, noObject(answer, body));
        }
        return nothing(contract, body).orElseGet(() -> {
            ProviderResponse filled = new ProviderResponse(
                    answer.getStatusCode(), answer.getHeaders(), answer.getContentType(), filled(contract, body));
            return judged(contract, body, verifier.wrong(contract, filled), differs);
        });
    }

    /** Judges a frame of the stream. */
    Outcome judged(V4Interaction contract, JsonNode frame) {
        boolean differs = look(contract, frame);
        return nothing(contract, frame).orElseGet(() -> {
            return judged(contract, frame, verifier.wrong(contract, permitted(contract, frame)), differs);
        });
    }

    /** The message without what the documents permit: optional fields as in the example, documented values for new ones. */
    private JsonNode permitted(Interaction contract, JsonNode message) {
        Conversation like = verifier.conversation(contract);
        return like == null ? message : OptionalFields.filled(like, UnknownValues.replaced(like, message));
    }

    private OptionalBody filled(Interaction contract, JsonNode body) {
        JsonNode filled = permitted(contract, body);
        return OptionalBody.body(filled.toString().getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
    }

    private static String noObject(ProviderResponse answer, JsonNode body) {
        String text = body.isString() ? body.asString() : body.toString();
        String shown = text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH) + "...";
        return "HTTP " + answer.getStatusCode() + ", " + answer.getContentType()
                + (text.isEmpty() ? ", without a body" : ", with the body " + shown) + "; expected a JSON object";
    }

    /** The outcome of an answer without data where the example has some; empty for other answers. */
    private Optional<Outcome> nothing(Interaction contract, JsonNode answer) {
        Conversation like = verifier.conversation(contract);
        JsonNode sent = answer.path(ENVELOPE.data());
        if (like == null
                || OptionalFields.isNothing(like.answer().path(ENVELOPE.data()))
                || !OptionalFields.isNothing(sent)
                || !answer.path(ENVELOPE.status()).asString("").equals(ENVELOPE.ok())) {
            return Optional.empty();
        }
        String what = ENVELOPE.data() + " is " + (sent.isMissingNode() ? "missing" : sent);
        Set<String> open = new TreeSet<>(AnswerSubject.of(like).codes());
        open.removeIf(code -> !neverCloses(code));
        return Optional.of(
                open.isEmpty()
                        ? skipped(contract, what + "; the market may have nothing now")
                        : failed(contract, what + "; expected data of " + open + ", whose market never closes"));
    }

    static boolean neverCloses(String code) {
        return NEVER_CLOSE.contains(code.substring(0, Math.max(0, code.indexOf(':'))));
    }

    /** The violations of the documents, then the mismatches that these do not name. The drift report has all of it. */
    private Outcome judged(Interaction contract, JsonNode answer, List<String> mismatches, boolean differs) {
        Conversation like = verifier.conversation(contract);
        List<Problem> problems = like == null ? List.of() : like.check().problems(permitted(contract, answer));
        List<String> wrong = new ArrayList<>();
        problems.forEach(problem -> wrong.add(problem.toString()));
        mismatches.stream()
                .filter(m -> problems.stream().noneMatch(p -> m.contains("$." + p.field() + " ")))
                .forEach(m -> wrong.add(m.replaceFirst("^body: \\$\\.(\\S+) ", "$1: ")));
        if (!differs) {
            wrong.forEach(what -> drift.note(LivePlan.operationOf(contract), what, ""));
        }
        return new Outcome(contract.getDescription(), wrong.isEmpty() ? Result.PASSED : Result.FAILED, wrong);
    }

    /** Notes that an operation broke down without a message to look at. */
    Outcome broken(Interaction contract, String what, String seen) {
        drift.note(LivePlan.operationOf(contract), what, seen);
        return failed(contract, seen.isEmpty() ? what : what + ": " + seen);
    }

    static Outcome failed(Interaction contract, String why) {
        return new Outcome(contract.getDescription(), Result.FAILED, List.of(why));
    }

    static Outcome skipped(Interaction contract, String why) {
        return new Outcome(contract.getDescription(), Result.SKIPPED, List.of(why));
    }
}
