package hk.qos.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.client.QosClient;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Level;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.simulator.market.PriceLevel;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommands;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Simulators in the provider states of contracts. Each state has its real cause: a plan, a time, an order book, an
 * expired key. No answer is replayed from the contract.
 */
final class ContractHarness implements AutoCloseable {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final StreamCommands STREAM = Api.standard().stream();
    private static final Envelope ENVELOPE = STREAM.envelope();

    /** In New York, 10 and 11 March 2026. */
    private static final Map<String, Instant> MOMENTS = Map.of(
            States.REGULAR, Instant.parse("2026-03-10T15:04:17Z"),
            States.ALL_REGULAR, Instant.parse("2026-03-10T15:04:17Z"),
            States.AFTER_CLOSE, Instant.parse("2026-03-10T21:22:05Z"),
            States.NIGHT, Instant.parse("2026-03-11T02:41:09Z"),
            States.BEFORE_OPENING, Instant.parse("2026-03-11T12:15:32Z"));

    private final Map<String, Scene> scenes = new HashMap<>();

    private record Scene(QosSimulator simulator, ServiceConnection exchange) implements AutoCloseable {
        @Override
        public void close() {
            exchange.close();
            simulator.close();
        }
    }

    /** What the simulator answers to a request. */
    ProviderResponse ask(V4Interaction.SynchronousHttp contract) throws IOException {
        Scene scene = scene(contract);
        String path = contract.getRequest().getPath();
        switch (state(contract)) {
            case States.REQUESTS_USED_UP -> scene.exchange().ask(contract);
            case States.NOT_PERMITTED -> scene.simulator().faults().withhold(path);
            case States.SERVER_FAILS -> scene.simulator().faults().http(path, HttpFault.status(500), 1);
            case States.GATEWAY_FAILS -> scene.simulator().faults().http(path, HttpFault.html(502), 1);
            case States.REFUSED -> scene.simulator().faults().http(path, HttpFault.refusal("Not today."), 1);
            default ->
                prepare(scene, contract, codeIn(contract.getRequest().getBody().valueAsString()));
        }
        return scene.exchange().ask(contract);
    }

    /** What the simulator answers to a command. */
    @Nullable
    JsonNode command(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        Scene scene = scene(contract);
        JsonNode asked = PactServer.read(contract.getRequest());
        String type = asked.path(ENVELOPE.answer()).asString();
        switch (state(contract)) {
            case States.JUST_SPOKE -> scene.exchange().command(contract, () -> {});
            case States.REFUSED -> scene.simulator().faults().refuseFrames(type, "Not today.", 1);
            default -> prepare(scene, contract, codeIn(asked.toString()));
        }
        return scene.exchange().command(contract, () -> {});
    }

    /**
     * What the simulator pushes: the first push that is as it should be, since pushes that are not computed are the
     * examples in turn, or else the last one.
     */
    @Nullable
    JsonNode push(V4Interaction.AsynchronousMessage contract, Predicate<JsonNode> wanted) throws InterruptedException {
        Scene scene = scene(contract);
        JsonNode like = PactServer.read(contract.getContents());
        StreamCommand command = STREAM.all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c -> contract.getDescription()
                        .startsWith(Objects.requireNonNull(c.subscription()).operationId() + ":"))
                .findFirst()
                .orElseThrow();
        StreamCommand.Subscription subscription = Objects.requireNonNull(command.subscription());
        prepare(scene, contract, like.path(subscription.key()).asString());
        if (scene.exchange().subscribe(command, like) == null) {
            throw new AssertionError("The subscription was not answered");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode push = scene.exchange().push(subscription, like, PATIENCE);
        while (push != null && !wanted.test(push) && System.nanoTime() < until) {
            push = scene.exchange().push(subscription, like, PATIENCE);
        }
        scene.exchange().cancel(command, like);
        return push;
    }

    private static String state(Interaction contract) {
        return contract.getProviderStates().stream()
                .findFirst()
                .map(s -> Objects.requireNonNullElse(s.getName(), ""))
                .orElse("");
    }

    /** A simulator in this state, without effects of the previous contract. */
    private Scene scene(Interaction contract) {
        String state = state(contract);
        QosSimulatorBuilder settings =
                QosSimulator.builder().key(KEY).unlimited().pushRate(50);
        // A contract without a time of day has one at which every session has figures.
        Instant moment = Objects.requireNonNull(MOMENTS.getOrDefault(state, MOMENTS.get(States.REGULAR)));
        settings.clock(Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), moment)));
        String name = state;
        if (States.instruments(state) > 0) {
            settings.instruments(States.instruments(state));
        } else if (!MOMENTS.containsKey(state)) {
            switch (state) {
                case States.LEADING_ZEROS -> settings.hongKongLeadingZeros(true);
                case States.REQUESTS_USED_UP -> settings.requestsPerMinute(1);
                case States.JUST_SPOKE -> settings.spacing(Duration.ofMinutes(1));
                default -> name = "";
            }
        }
        Scene scene = scenes.computeIfAbsent(name, any -> {
            QosSimulator simulator = settings.start();
            return new Scene(simulator, new ServiceConnection(simulator.httpUri(), simulator.wsUri(), KEY, PATIENCE));
        });
        scene.simulator().faults().clear();
        scene.simulator().market().clearScripts();
        scene.simulator().resetRequestRates();
        if (state.equals(States.KEY_EXPIRED)) {
            scene.exchange().connect();
            scene.simulator().faults().expireKeys();
        }
        if (state.equals(States.LITTLE_KNOWN)) {
            setNothing(scene, answer(contract));
        }
        return scene;
    }

    private static JsonNode answer(Interaction contract) {
        if (contract instanceof V4Interaction.SynchronousHttp http) {
            return JsonMapper.shared().readTree(http.getResponse().getBody().valueAsString());
        }
        return contract instanceof V4Interaction.AsynchronousMessage push
                ? PactServer.read(push.getContents())
                : PactServer.read(((V4Interaction.SynchronousMessages) contract)
                        .getResponse()
                        .get(0));
    }

    /** Gives some instruments an empty list. */
    private static void setNothing(Scene scene, JsonNode answer) {
        if (answer.isObject() && answer.valueStream().anyMatch(v -> v.isArray() && v.isEmpty())) {
            scene.simulator().script(answer.path("c").asString()).book(List.of(), List.of());
        }
        answer.forEach(part -> setNothing(scene, part));
    }

    private static String codeIn(String message) {
        return message.replaceAll(".*\"([A-Z]+:[^\",]+).*", "$1");
    }

    private static void prepare(Scene scene, Interaction contract, String code) {
        String state = state(contract);
        switch (state) {
            case States.SUSPENDED ->
                scene.simulator().script(code).previousClose("2.31").suspend();
            case States.NOBODY_SELLS, States.EMPTY_LEVEL -> setBook(scene, state, code);
            default -> {}
        }
    }

    /** Sets the instrument's book, without asks or with an empty level. */
    private static void setBook(Scene scene, String state, String code) {
        Depth book;
        try (QosClient client = QosClient.builder()
                .apiKey(KEY)
                .httpUrl(scene.simulator().httpUri().toString())
                .build()) {
            book = client.http().depths(code).get(0);
        }
        List<PriceLevel> bids = levels(book.bids());
        if (state.equals(States.EMPTY_LEVEL)) {
            bids.set(0, new PriceLevel(bids.get(0).price(), "0"));
        }
        scene.simulator().script(code).book(bids, state.equals(States.NOBODY_SELLS) ? List.of() : levels(book.asks()));
    }

    private static List<PriceLevel> levels(List<Level> levels) {
        List<PriceLevel> read = new ArrayList<>();
        levels.forEach(
                level -> read.add(new PriceLevel(String.valueOf(level.price()), String.valueOf(level.volume()))));
        return read;
    }

    @Override
    public void close() {
        scenes.values().forEach(Scene::close);
    }
}
