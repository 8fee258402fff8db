package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import au.com.dius.pact.core.model.V4Interaction;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.SchemaView;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommands;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamListener;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The generated stream, its runtime and decoders over a real socket, with a server that serves the contracts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamContractTest {
    private static final long PATIENCE_SECONDS = 5;
    private static final StreamCommands STREAM = Api.standard().stream();
    private static final Envelope ENVELOPE = STREAM.envelope();

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Contract> commands = Contracts.commands();
    private final List<Contract> pushes = Contracts.pushes();
    private final List<Contract> kept = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> clientKeepsContract() {
        return Stream.concat(
                commands.stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> command(c))),
                pushes.stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> push(c))));
    }

    /** Two commands of one type are in flight, and the second is answered first. */
    @Test
    void matchesAnswersToCommandsInAnyOrder() throws Exception {
        List<Contract> two = Stream.of(HandWrittenContracts.FIRST_OF_TWO, HandWrittenContracts.SECOND_OF_TWO)
                .map(name -> commands.stream()
                        .filter(c -> c.conversation().name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        List<V4Interaction.SynchronousMessages> expected = two.stream()
                .map(c -> (V4Interaction.SynchronousMessages) c.interaction())
                .toList();
        try (PactServer server = new PactServer(loops, expected, Set.of(), List.of());
                QosClient client = client(server)) {
            List<CompletableFuture<?>> asked = new ArrayList<>();
            two.forEach(contract -> asked.add(ask(contract.conversation(), client.stream())));
            assertThat(within(server.mismatches())).as("what the client sends").isEmpty();
            for (int i = 0; i < two.size(); i++) {
                List<?> data = (List<?>) within(asked.get(i));
                assertThat(data).hasSize(1);
                check(two.get(i).conversation(), data);
            }
            assertThat(server.answered())
                    .as("the later command was answered first")
                    .hasSize(2)
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
        }
    }

    private void command(Contract contract) throws Exception {
        StreamCommand command = STREAM.all().stream()
                .filter(c -> c.operationId().equals(contract.conversation().operation()))
                .findFirst()
                .orElseThrow();
        boolean cancels = command.kind() == StreamCommand.Kind.CANCEL;
        Set<String> agreed = cancels ? Set.of(subscribing(command).type()) : Set.of();
        var expected = (V4Interaction.SynchronousMessages) contract.interaction();
        try (PactServer server = new PactServer(loops, expected, agreed, List.of());
                QosClient client = client(server)) {
            switch (command.kind()) {
                case REQUEST, HEARTBEAT -> request(contract, client.stream());
                case SUBSCRIBE -> subscribe(contract, client.stream());
                case CANCEL -> cancel(contract.conversation(), subscribing(command), client.stream(), server);
            }
            assertThat(within(server.mismatches()))
                    .as("what the client sends for %s", contract)
                    .isEmpty();
        }
        kept.add(contract);
    }

    private static StreamCommand subscribing(StreamCommand cancel) {
        return subscribing(Objects.requireNonNull(cancel.subscription()).operationId());
    }

    private static StreamCommand subscribing(String push) {
        return STREAM.all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c ->
                        Objects.requireNonNull(c.subscription()).operationId().equals(push))
                .findFirst()
                .orElseThrow();
    }

    private static void request(Contract contract, QosStream stream) throws Exception {
        Conversation said = contract.conversation();
        CompletableFuture<?> future = ask(said, stream);
        Failure failure = contract.failure();
        if (failure != null) {
            failure.check(failed(future), Contracts.refusal(said));
            return;
        }
        Object data = within(future);
        if (data instanceof Instant time) {
            assertThat(time.getEpochSecond())
                    .isEqualTo(said.answer().path("time").asLong());
        } else {
            check(said, data);
        }
    }

    private static Method asking(Conversation said) {
        return ClientCalls.request(
                QosStream.class,
                said.operation(),
                Objects.requireNonNull(said.request()),
                Objects.requireNonNull(said.asked()));
    }

    private static CompletableFuture<?> ask(Conversation said, QosStream stream) {
        JsonNode request = Objects.requireNonNull(said.request());
        Method method = asking(said);
        Object[] options =
                takes(method, RequestOptions.class) ? new Object[] {RequestOptions.defaults()} : new Object[0];
        return (CompletableFuture<?>)
                ClientCalls.call(stream, method, request, Objects.requireNonNull(said.asked()), options);
    }

    private static void check(Conversation said, Object data) {
        Type type = ((ParameterizedType) asking(said).getGenericReturnType()).getActualTypeArguments()[0];
        if (type instanceof Class<?> answer && answer.getSimpleName().endsWith("Answer")) {
            checkAnswer(said, answer, data);
        } else {
            checkData(said, type, data);
        }
    }

    /** Checks an answer with fields beside its data. */
    private static void checkAnswer(Conversation said, Class<?> type, Object answer) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = ClientCalls.component(answer, component);
            if (component.getName().equals(ENVELOPE.data())) {
                checkData(said, component.getGenericType(), Objects.requireNonNull(value));
                continue;
            }
            said.told().fields().forEach((wire, form) -> {
                JsonNode expected = said.answer().get(wire);
                if (form.javaName().equals(component.getName()) && expected != null) {
                    assertThat(value)
                            .as("%s of %s", wire, said)
                            .isEqualTo(ClientCalls.value(component.getGenericType(), expected, form));
                }
            });
        }
    }

    private static void checkData(Conversation said, Type type, Object data) {
        JsonNode expected = said.answer().path(ENVELOPE.data());
        SchemaView form = said.told().fields().get(ENVELOPE.data());
        assertThat(CanonicalJson.of(ClientCalls.encoded(type, data), form))
                .as("what the client read from %s", said)
                .isEqualTo(CanonicalJson.of(expected, form));
    }

    private static void subscribe(Contract contract, QosStream stream) throws Exception {
        Conversation said = contract.conversation();
        Subscription<?> handle = handle(said.operation(), said.request(), said.asked(), stream, item -> {});
        Failure failure = contract.failure();
        if (failure != null) {
            failure.check(failed(handle.ready()), Contracts.refusal(said));
            assertThat(handle.states().values()).containsOnly(SubscriptionState.REJECTED);
            assertThat(handle.rejection(handle.keys().iterator().next())).isEqualTo(Contracts.refusal(said));
        } else {
            within(handle.ready());
            assertThat(handle.states().values()).containsOnly(SubscriptionState.ACTIVE);
        }
    }

    private static void cancel(Conversation said, StreamCommand subscribing, QosStream stream, PactServer server)
            throws Exception {
        Subscription<?> handle = handle(subscribing.operationId(), said.request(), said.asked(), stream, item -> {});
        within(handle.ready());
        Method method = ClientCalls.method(QosStream.class, said.operation(), m -> true);
        ClientCalls.call(stream, method, Objects.requireNonNull(said.request()), Objects.requireNonNull(said.asked()));
        within(server.mismatches());
        assertThat(handle.states().values()).containsOnly(SubscriptionState.CLOSED);
    }

    private void push(Contract contract) throws Exception {
        Conversation said = contract.conversation();
        StreamCommand command = subscribing(said.operation());
        Conversation like = commands.stream()
                .map(Contract::conversation)
                .filter(c -> c.operation().equals(command.operationId()) && !Contracts.isRefused(c))
                .findFirst()
                .orElseThrow();
        JsonNode frame = StreamFrames.subscribing(command, said.answer(), Objects.requireNonNull(like.request()));
        Contract lead = commands.stream()
                .filter(c -> c.conversation().equals(like))
                .findFirst()
                .orElseThrow();
        var expected = (V4Interaction.SynchronousMessages) lead.interaction();
        CompletableFuture<Object> received = new CompletableFuture<>();
        try (PactServer server = new PactServer(loops, expected, Set.of(), List.of(said.answer()));
                QosClient client = client(server)) {
            StreamListener<Object> listener = received::complete;
            handle(command.operationId(), frame, like.asked(), client.stream(), listener);
            Object item = within(received);
            ObjectNode without =
                    (ObjectNode) CanonicalJson.of(said.answer(), said.told()).deepCopy();
            without.remove(ENVELOPE.push());
            assertThat(CanonicalJson.of(ClientCalls.encoded(pushed(command), item), said.told()))
                    .as("what the client read from %s", contract)
                    .isEqualTo(without);
        }
        kept.add(contract);
    }

    private static Subscription<?> handle(
            String operation,
            @Nullable JsonNode request,
            @Nullable SchemaView form,
            QosStream stream,
            StreamListener<Object> listener) {
        Method method = ClientCalls.method(QosStream.class, operation, StreamContractTest::takesCodesAndListener);
        return (Subscription<?>) ClientCalls.call(
                stream, method, Objects.requireNonNull(request), Objects.requireNonNull(form), listener);
    }

    private static Type pushed(StreamCommand command) {
        Method method =
                ClientCalls.method(QosStream.class, command.operationId(), StreamContractTest::takesCodesAndListener);
        Type[] types = method.getGenericParameterTypes();
        ParameterizedType listener = (ParameterizedType) types[types.length - 1];
        return ((WildcardType) listener.getActualTypeArguments()[0]).getLowerBounds()[0];
    }

    private static boolean takes(Method method, Class<?> type) {
        return List.of(method.getParameterTypes()).contains(type);
    }

    private static boolean takesCodesAndListener(Method method) {
        return takes(method, Collection.class) && takes(method, StreamListener.class);
    }

    /** The failure, or null. */
    private static @Nullable Throwable failed(CompletableFuture<?> future) {
        Throwable thrown = catchThrowable(() -> within(future));
        return thrown == null ? null : thrown.getCause();
    }

    private static <T> T within(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static QosClient client(PactServer server) {
        return QosClient.builder()
                .apiKey(Contracts.ANY_KEY)
                .wsUrl(server.url())
                .planLimits(PlanLimits.defaults().withInstruments(1000).withSpacing(Duration.ofMillis(1)))
                .build();
    }

    @AfterAll
    void writesTheFile() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (kept.size() == commands.size() + pushes.size()) {
            PactFiles.write(PactFiles.STREAM, kept);
            PactFiles.settle(PactFiles.STREAM);
        }
    }
}
