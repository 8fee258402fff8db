package hk.qos.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.contract.LiveReport.Outcome;
import hk.qos.contract.LiveReport.Result;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies a running service with the committed contracts, within the limits of the free plan: {@code mvn -Plive} with
 * {@code QOS_API_KEY}, and for another service {@code QOS_HTTP_URL} and {@code QOS_WS_URL}, in the environment.
 */
final class LiveRun {
    /** The folder of the reports. */
    static final Path FOLDER = Path.of("target", "live");

    private static final Api API = Api.standard();
    private static final Envelope ENVELOPE = API.stream().envelope();
    private static final Duration ANSWERS = Duration.ofSeconds(10);

    /** Crypto instruments trade at all hours. */
    private static final Set<String> NEVER_CLOSE = Set.of("CF");

    private final LivePlan plan;
    private final ServiceConnection exchange;
    private final Pace pace;
    private final LiveReport report;
    private final Path folder;
    private final ExampleCandidates candidates;
    private final Drift drift = new Drift();
    private final Verifier verifier = new Verifier();
    private final Map<String, Long> turns = new HashMap<>();
    private final String about;
    private boolean heardHttp;
    private String unreachable = "";

    private LiveRun(URI http, URI stream, String key, Pace pace, LivePlan plan, Path folder, PrintWriter console) {
        this.plan = plan;
        this.exchange = new ServiceConnection(http, stream, key, ANSWERS);
        this.pace = pace;
        this.folder = folder;
        this.report = new LiveReport(console, key);
        this.candidates = new ExampleCandidates(folder, report::clean);
        this.about = "HTTP " + http + ", stream " + stream;
    }

    /**
     * Runs with the settings of the environment; exits with 0 only if the service meets every contract that was tried.
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintWriter console = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), Pace.LIVE, any -> true, FOLDER, console));
    }

    static int run(
            Map<String, String> environment, Pace pace, Predicate<String> wanted, Path folder, PrintWriter console)
            throws InterruptedException {
        String key = environment.getOrDefault("QOS_API_KEY", "");
        if (key.isBlank()) {
            console.println("QOS_API_KEY is not set in the environment: a live run needs a key.");
            return 2;
        }
        URI http = URI.create(environment.getOrDefault("QOS_HTTP_URL", HttpOperations.SERVER));
        URI stream = URI.create(environment.getOrDefault("QOS_WS_URL", StreamOperations.SERVER));
        return new LiveRun(http, stream, key, pace, new LivePlan(wanted), folder, console).run() ? 0 : 1;
    }

    private boolean run() throws InterruptedException {
        ExampleCandidates.empty(folder);
        report.say("Live run, " + about + ": " + plan.announcement(pace, ANSWERS));
        String noStream = connect();
        try (exchange) {
            for (V4Interaction frame : plan.frames()) {
                attempt(frame, () -> stream(frame, noStream));
            }
            for (V4Interaction.SynchronousHttp request : plan.requests()) {
                attempt(request, () -> http(request));
            }
        }
        plan.operations().forEach(report::failIfNothingPassed);
        report.write(folder, about, drift);
        report.say(report.count(Result.PASSED) + " passed, " + report.count(Result.FAILED) + " failed, "
                + report.count(Result.SKIPPED) + " skipped, " + drift.findings().size()
                + " differences from the documents; see " + folder.resolve("report.md") + " and "
                + folder.resolve("drift.md"));
        return noStream.isEmpty() && report.isGood();
    }

    /** The reason why there is no stream; empty if there is one. */
    private String connect() {
        try {
            exchange.connect();
            return "";
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String why = cause.getClass().getSimpleName();
            report.say("Cannot connect to the stream: " + why + ", " + about);
            return "cannot connect to the stream: " + why;
        }
    }

    /** Each interface has its own rate. */
    private void awaitTurn(String operation) throws InterruptedException {
        long now = System.nanoTime();
        long turn = turns.getOrDefault(operation, now);
        pause(Duration.ofNanos(Math.max(0, turn - now)));
        turns.put(operation, Math.max(now, turn) + pace.requests().toNanos());
    }

    /** Tries one contract over HTTP or the stream. */
    private interface Attempt {
        Outcome run() throws IOException, InterruptedException;
    }

    private void attempt(V4Interaction contract, Attempt attempt) throws InterruptedException {
        try {
            report.add(attempt.run());
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            report.add(failed(contract, "no answer: " + cause.getClass().getSimpleName()));
        }
    }

    private Outcome http(V4Interaction.SynchronousHttp contract) throws IOException, InterruptedException {
        if (!LivePlan.isAsked(contract)) {
            return skipped(contract, LivePlan.whyNot(contract));
        }
        if (!unreachable.isEmpty()) {
            return failed(contract, unreachable);
        }
        awaitTurn(LivePlan.operationOf(contract));
        ProviderResponse answer;
        try {
            answer = exchange.ask(contract);
        } catch (IOException e) {
            if (!heardHttp && isConnectFailure(e)) {
                unreachable = "cannot connect by HTTP: " + e.getClass().getSimpleName();
                report.say("Cannot connect by HTTP: " + e.getClass().getSimpleName() + ", " + about);
            }
            throw e;
        }
        heardHttp = true;
        look(contract, Verifier.body(answer));
        if (!LivePlan.isNatural(contract)) {
            return skipped(contract, LivePlan.whyNot(contract) + "; looked at for drift only");
        }
        return judged(contract, verifier.wrong(contract, answer));
    }

    private static boolean isConnectFailure(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof ConnectTimeoutException;
    }

    private Outcome stream(V4Interaction contract, String noStream) throws InterruptedException {
        if (!LivePlan.isNatural(contract)) {
            return skipped(contract, LivePlan.whyNot(contract));
        }
        if (!noStream.isEmpty()) {
            return failed(contract, noStream);
        }
        if (contract instanceof V4Interaction.AsynchronousMessage push) {
            return push(push);
        }
        JsonNode answer = command((V4Interaction.SynchronousMessages) contract);
        return answer == null
                ? failed(contract, "no answer within " + ANSWERS.toSeconds() + " s")
                : lookedAt(contract, answer);
    }

    private @Nullable JsonNode command(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        pause(pace.frames());
        JsonNode answer = exchange.command(contract, () -> {});
        if (ServiceConnection.isUndone(contract)) {
            pause(pace.frames());
            exchange.undo(contract);
        }
        return answer;
    }

    private Outcome push(V4Interaction.AsynchronousMessage contract) throws InterruptedException {
        JsonNode like = PactServer.read(contract.getContents());
        StreamCommand command = API.stream().all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c ->
                        Objects.requireNonNull(c.subscription()).operationId().equals(LivePlan.operationOf(contract)))
                .findFirst()
                .orElseThrow();
        StreamCommand.Subscription subscription = Objects.requireNonNull(command.subscription());
        pause(pace.frames());
        JsonNode ack = exchange.subscribe(command, like);
        String status = ack == null ? "nothing" : ack.path(ENVELOPE.status()).asString("nothing");
        if (!status.equals(ENVELOPE.ok())) {
            return failed(contract, "the subscription was answered with " + status);
        }
        JsonNode push = exchange.push(subscription, like, pace.pushes());
        pause(pace.frames());
        exchange.cancel(command, like);
        if (push != null) {
            return lookedAt(contract, push);
        }
        String code = like.path(subscription.key()).asString();
        String none = "no push within " + pace.pushes().toSeconds() + " s";
        return NEVER_CLOSE.contains(code.substring(0, Math.max(0, code.indexOf(':'))))
                ? failed(contract, none + ", though its market never closes")
                : skipped(contract, none + "; its market may be closed");
    }

    private Outcome lookedAt(V4Interaction contract, JsonNode said) {
        look(contract, said);
        return judged(contract, verifier.wrong(contract, said));
    }

    private void look(Interaction contract, JsonNode answer) {
        Conversation like = verifier.conversation(contract);
        if (like != null && drift.look(like, answer)) {
            candidates.write(like, answer);
        }
    }

    private static Outcome judged(Interaction contract, List<String> wrong) {
        return new Outcome(contract.getDescription(), wrong.isEmpty() ? Result.PASSED : Result.FAILED, wrong);
    }

    private static Outcome failed(Interaction contract, String why) {
        return new Outcome(contract.getDescription(), Result.FAILED, List.of(why));
    }

    private static Outcome skipped(Interaction contract, String why) {
        return new Outcome(contract.getDescription(), Result.SKIPPED, List.of(why));
    }

    private void pause(Duration gap) throws InterruptedException {
        pace.pauses().pass(gap);
    }
}
