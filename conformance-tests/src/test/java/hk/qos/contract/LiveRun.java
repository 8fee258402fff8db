package hk.qos.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.client.api.Operations;
import hk.qos.client.stream.StreamOperations;
import hk.qos.contract.LiveReport.Outcome;
import hk.qos.contract.LiveReport.Result;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.StreamCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds a running service against the committed contracts, within the limits of the free plan: {@code mvn -Plive} with
 * {@code QOS_API_KEY}, and for another service {@code QOS_HTTP_URL} and {@code QOS_WS_URL}, in the environment.
 */
final class LiveRun {
    /** Where the reports go. */
    static final Path FOLDER = Path.of("target", "live");

    private static final Api API = Api.standard();
    private static final Duration ANSWERS = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final Pace pace;
    private final LiveReport report;
    private final Path folder;
    private final Drift drift = new Drift();
    private final Verifier verifier = new Verifier();
    private final Map<String, Conversation> conversations = new HashMap<>();
    private final List<V4Interaction.SynchronousHttp> requests = new ArrayList<>();
    private final List<V4Interaction> frames = new ArrayList<>();
    private final Map<String, Long> turns = new HashMap<>();
    private final String about;

    LiveRun(URI http, URI stream, String key, Pace pace, Predicate<String> wanted, Path folder, PrintWriter console) {
        this.exchange = new Exchange(http, stream, key, ANSWERS);
        this.pace = pace;
        this.folder = folder;
        this.report = new LiveReport(console, key);
        this.about = "HTTP " + http + ", stream " + stream;
        Stream.of(Contracts.http(), Contracts.commands(), Contracts.pushes())
                .flatMap(List::stream)
                .forEach(c -> conversations.put(c.toString(), c.conversation()));
        PactFiles.read(PactFiles.HTTP).getInteractions().stream()
                .filter(i -> wanted.test(i.getDescription()))
                .sorted(Comparator.comparing(LiveRun::caseOf))
                .forEach(i -> requests.add((V4Interaction.SynchronousHttp) i));
        PactFiles.read(PactFiles.STREAM).getInteractions().stream()
                .filter(i -> wanted.test(i.getDescription()))
                .forEach(i -> frames.add((V4Interaction) i));
    }

    /** Runs with what the environment says; the exit status is 0 only if the service keeps all that was tried. */
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
        URI http = URI.create(environment.getOrDefault("QOS_HTTP_URL", Operations.SERVER));
        URI stream = URI.create(environment.getOrDefault("QOS_WS_URL", StreamOperations.SERVER));
        return new LiveRun(http, stream, key, pace, wanted, folder, console).run() ? 0 : 1;
    }

    private boolean run() throws InterruptedException {
        announce();
        try {
            exchange.connect();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            report.say("Cannot connect to the stream: " + cause.getClass().getSimpleName() + ", " + about);
            return false;
        }
        try (exchange) {
            for (V4Interaction frame : frames) {
                attempt(frame, () -> stream(frame));
            }
            for (V4Interaction.SynchronousHttp request : requests) {
                attempt(request, () -> http(request));
            }
        }
        report.write(folder, about, drift);
        report.say(report.count(Result.PASSED) + " passed, " + report.count(Result.FAILED) + " failed, "
                + report.count(Result.SKIPPED) + " skipped, " + drift.findings().size()
                + " differences from the documents; see " + folder.resolve("report.md") + " and "
                + folder.resolve("drift.md"));
        return report.isGood();
    }

    private void announce() {
        long asked = requests.stream().filter(LiveRun::isAsked).count();
        long pushes = frames.stream()
                .filter(f -> f instanceof V4Interaction.AsynchronousMessage && isNatural(f))
                .count();
        long commands = frames.stream()
                .filter(f -> f instanceof V4Interaction.SynchronousMessages && isNatural(f))
                .count();
        long rounds = requests.stream()
                .filter(LiveRun::isAsked)
                .collect(Collectors.groupingBy(LiveRun::operationOf, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Duration lasts = pace.requests()
                .multipliedBy(rounds)
                .plus(pace.frames().multipliedBy(commands + 2 * pushes))
                .plus(pace.pushes().dividedBy(4).multipliedBy(pushes));
        report.say("Live run, " + about + ": " + commands + " commands and " + pushes
                + " subscriptions on the stream, then " + asked + " HTTP requests; about "
                + (lasts.toMinutes() + 1) + " minutes, within the limits of the free plan.");
    }

    /** Each interface has a pace of its own; those sorted by case take turns, so that there is little to wait. */
    private void awaitTurn(String operation) throws InterruptedException {
        long now = System.nanoTime();
        long turn = turns.getOrDefault(operation, now);
        pause(Duration.ofNanos(Math.max(0, turn - now)));
        turns.put(operation, Math.max(now, turn) + pace.requests().toNanos());
    }

    /** One contract, by whatever way. */
    private interface Attempt {
        Outcome run() throws InterruptedException;
    }

    private void attempt(V4Interaction contract, Attempt attempt) throws InterruptedException {
        try {
            report.add(attempt.run());
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            report.add(failed(contract, List.of("no answer: " + cause.getClass().getSimpleName())));
        }
    }

    private Outcome http(V4Interaction.SynchronousHttp contract) throws InterruptedException {
        if (!isAsked(contract)) {
            String why =
                    isReadOnly(contract) ? stateOf(contract) : "changes something at the server, so never tried live";
            return skipped(contract, why);
        }
        awaitTurn(operationOf(contract));
        ProviderResponse answer = exchange.ask(contract);
        JsonNode body = read(answer);
        look(contract, "http", body);
        if (!isNatural(contract)) {
            return skipped(contract, stateOf(contract) + "; looked at for drift only");
        }
        return judged(contract, verifier.wrong(contract, answer));
    }

    private Outcome stream(V4Interaction contract) throws InterruptedException {
        if (!isNatural(contract)) {
            return skipped(contract, stateOf(contract));
        }
        JsonNode said = contract instanceof V4Interaction.AsynchronousMessage push
                ? push(push)
                : command((V4Interaction.SynchronousMessages) contract);
        if (said == null) {
            return contract instanceof V4Interaction.AsynchronousMessage
                    ? skipped(contract, "no push within " + pace.pushes().toSeconds() + " s; its market may be closed")
                    : failed(contract, List.of("no answer within " + ANSWERS.toSeconds() + " s"));
        }
        look(contract, "stream", said);
        return judged(contract, verifier.wrong(contract, said));
    }

    private @Nullable JsonNode command(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        pause(pace.frames());
        JsonNode answer = exchange.command(contract, () -> {});
        pause(pace.frames());
        exchange.undo(contract);
        return answer;
    }

    private @Nullable JsonNode push(V4Interaction.AsynchronousMessage contract) throws InterruptedException {
        JsonNode like = PactServer.read(contract.getContents());
        StreamCommand command = API.stream().all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c ->
                        Objects.requireNonNull(c.subscription()).operationId().equals(operationOf(contract)))
                .findFirst()
                .orElseThrow();
        pause(pace.frames());
        JsonNode ack = exchange.subscribe(command, like);
        String status = ack == null
                ? "nothing"
                : ack.path(API.stream().envelope().status()).asString("nothing");
        if (!status.equals(API.stream().envelope().ok())) {
            throw new IllegalStateException("the subscription was answered with " + status);
        }
        JsonNode push = exchange.push(Objects.requireNonNull(command.subscription()), like, pace.pushes());
        pause(pace.frames());
        exchange.cancel(command, like);
        return push;
    }

    private void look(Interaction contract, String kind, JsonNode answer) {
        Conversation like = conversations.get(contract.getDescription());
        if (like != null && drift.look(like, answer)) {
            ObjectNode example = JsonNodeFactory.instance.objectNode();
            example.put("summary", "As the service answered").set("value", answer);
            Path file = folder.resolve("examples")
                    .resolve(kind)
                    .resolve(like.operation() + "." + caseOf(contract) + ".json");
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, report.clean(example.toPrettyString()) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static JsonNode read(ProviderResponse answer) {
        try {
            return JsonMapper.shared()
                    .readTree(answer.getBody() == null ? "" : answer.getBody().valueAsString());
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static Outcome judged(Interaction contract, List<String> wrong) {
        return wrong.isEmpty()
                ? new Outcome(contract.getDescription(), Result.PASSED, List.of())
                : failed(contract, wrong);
    }

    private static Outcome failed(Interaction contract, List<String> details) {
        return new Outcome(contract.getDescription(), Result.FAILED, details);
    }

    private static Outcome skipped(Interaction contract, String why) {
        return new Outcome(contract.getDescription(), Result.SKIPPED, List.of(why));
    }

    private static boolean isNatural(Interaction contract) {
        return contract.getProviderStates().isEmpty();
    }

    /** Other states of the market are looked at for drift; refusals cannot be had on request. */
    private static boolean isAsked(Interaction contract) {
        boolean ofMarket = contract.getProviderStates().stream()
                .allMatch(s -> Objects.requireNonNullElse(s.getName(), "").contains("session"));
        return isReadOnly(contract) && ofMarket;
    }

    private static boolean isReadOnly(Interaction contract) {
        return Operations.all().stream().anyMatch(o -> o.name().equals(operationOf(contract)) && o.readOnly());
    }

    private static String stateOf(Interaction contract) {
        return "only seen when " + contract.getProviderStates().get(0).getName();
    }

    private static String operationOf(Interaction contract) {
        String description = contract.getDescription();
        return description.substring(0, description.indexOf(':'));
    }

    private static String caseOf(Interaction contract) {
        String description = contract.getDescription();
        return description.substring(description.indexOf(':') + 2).replaceAll("[^A-Za-z0-9-]+", "-");
    }

    private static void pause(Duration gap) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(gap.toNanos());
    }
}
