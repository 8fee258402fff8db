package hk.qos.contract;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.contract.LiveReport.Outcome;
import hk.qos.contract.LiveReport.Result;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.ConnectTimeoutException;
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

    private final LivePlan plan;
    private final ServiceConnection exchange;
    private final Pace pace;
    private final LiveReport report;
    private final Path folder;
    private final Drift drift = new Drift();
    private final LiveJudge judge;
    private final Map<String, Long> turns = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final String about;
    private boolean heardHttp;
    private String unreachable = "";

    private LiveRun(URI http, URI stream, String key, Pace pace, LivePlan plan, Path folder, PrintWriter console) {
        this.plan = plan;
        this.exchange = new ServiceConnection(http, stream, key, pace.answers());
        this.pace = pace;
        this.folder = folder;
        this.report = new LiveReport(console, key);
        this.judge = new LiveJudge(drift, new ExampleCandidates(folder, report::clean));
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
        report.say("Live run, " + about + ": " + plan.announcement(pace));
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
        Strays strays = exchange.strays();
        report.write(folder, about, drift, strays);
        report.say(report.count(Result.PASSED) + " passed, " + report.count(Result.FAILED) + " failed, "
                + report.count(Result.SKIPPED) + " skipped, " + drift.findings().size()
                + " differences from the documents, " + strays.count() + " unexpected frames; see "
                + folder.resolve("report.md") + " and "
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
        Outcome outcome;
        try {
            outcome = attempt.run();
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            outcome = judge.broken(contract, "the request failed", cause.toString());
        }
        report.add(outcome);
        // So that a run that is stopped leaves a report.
        report.write(folder, about + " (the run is not over)", drift, exchange.strays());
    }

    private Outcome http(V4Interaction.SynchronousHttp contract) throws IOException, InterruptedException {
        String operation = LivePlan.operationOf(contract);
        if (!LivePlan.isAsked(contract)) {
            return LiveJudge.skipped(contract, LivePlan.whyNot(contract));
        }
        if (!unreachable.isEmpty()) {
            return LiveJudge.failed(contract, unreachable);
        }
        if (silent.contains(operation)) {
            return notAgain(contract, operation);
        }
        awaitTurn(operation);
        ProviderResponse answer;
        try {
            answer = exchange.ask(contract);
        } catch (SocketTimeoutException e) {
            silent.add(operation);
            return judge.broken(contract, "no answer within " + pace.answers().toMillis() + " ms", "");
        } catch (IOException e) {
            if (!heardHttp && isConnectFailure(e)) {
                unreachable = "cannot connect by HTTP: " + e.getClass().getSimpleName();
                report.say("Cannot connect by HTTP: " + e.getClass().getSimpleName() + ", " + about);
                return LiveJudge.failed(contract, unreachable);
            }
            throw e;
        }
        heardHttp = true;
        if (!LivePlan.isNatural(contract)) {
            judge.look(contract, Verifier.body(answer));
            return LiveJudge.skipped(contract, LivePlan.whyNot(contract) + "; looked at for drift only");
        }
        return judge.judged(contract, answer);
    }

    private static boolean isConnectFailure(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof ConnectTimeoutException;
    }

    private static Outcome notAgain(V4Interaction contract, String operation) {
        return LiveJudge.failed(contract, "not tried, since " + operation + " was not answered before");
    }

    private Outcome stream(V4Interaction contract, String noStream) throws InterruptedException {
        if (!LivePlan.isNatural(contract)) {
            return LiveJudge.skipped(contract, LivePlan.whyNot(contract));
        }
        if (!noStream.isEmpty()) {
            return LiveJudge.failed(contract, noStream);
        }
        return contract instanceof V4Interaction.AsynchronousMessage push
                ? push(push)
                : command((V4Interaction.SynchronousMessages) contract);
    }

    private Outcome command(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        String type =
                PactServer.read(contract.getRequest()).path(ENVELOPE.answer()).asString("");
        if (exchange.isUnanswered(type)) {
            return notAgain(contract, LivePlan.operationOf(contract));
        }
        pause(pace.frames());
        JsonNode answer = exchange.command(contract, () -> {});
        if (ServiceConnection.isUndone(contract)) {
            pause(pace.frames());
            exchange.undo(contract);
        }
        return answer == null ? unanswered(contract, LivePlan.operationOf(contract)) : judge.judged(contract, answer);
    }

    private Outcome unanswered(V4Interaction contract, String operation) {
        return judge.broken(contract, operation + ": no answer " + exchange.silence(pace.answers()), lastStray());
    }

    /** The latest kind of unexpected frame, which may explain a missing one. */
    private String lastStray() {
        List<Strays.Seen> strays = exchange.strays().seen();
        return strays.isEmpty()
                ? ""
                : "instead came " + strays.get(strays.size() - 1).first();
    }

    private Outcome push(V4Interaction.AsynchronousMessage contract) throws InterruptedException {
        JsonNode like = PactServer.read(contract.getContents());
        StreamCommand command = API.stream().all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c ->
                        Objects.requireNonNull(c.subscription()).operationId().equals(LivePlan.operationOf(contract)))
                .findFirst()
                .orElseThrow();
        if (exchange.isUnanswered(command.type())) {
            return notAgain(contract, command.operationId());
        }
        StreamCommand.Subscription subscription = Objects.requireNonNull(command.subscription());
        pause(pace.frames());
        JsonNode ack = exchange.subscribe(command, like);
        if (ack == null) {
            return unanswered(contract, command.operationId());
        }
        JsonNode status = ack.path(ENVELOPE.status());
        if (!status.asString("").equals(ENVELOPE.ok())) {
            return judge.broken(
                    contract, command.operationId() + " was answered with other than " + ENVELOPE.ok(), ack.toString());
        }
        int before = exchange.strays().count();
        JsonNode push = exchange.push(subscription, like, pace.pushes());
        pause(pace.frames());
        exchange.cancel(command, like);
        return push == null ? missing(contract, Strays.key(subscription, like), before) : judge.judged(contract, push);
    }

    /** A push that did not come: no failure if the market may be closed, and nothing else came. */
    private Outcome missing(V4Interaction.AsynchronousMessage contract, String code, int straysBefore) {
        String none = "no push " + exchange.silence(pace.pushes());
        if (exchange.strays().count() > straysBefore) {
            return judge.broken(contract, none, lastStray());
        }
        return LiveJudge.neverCloses(code)
                ? judge.broken(contract, none + ", though its market never closes", "")
                : LiveJudge.skipped(contract, none + "; its market may be closed");
    }

    private void pause(Duration gap) throws InterruptedException {
        pace.pauses().pass(gap);
    }
}
