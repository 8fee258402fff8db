package hk.qos.contract;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends the requests of contracts to a server and receives the answers, both for a simulator and for the live API. */
final class ServiceConnection implements AutoCloseable {
    private static final Api API = Api.standard();
    private static final Envelope ENVELOPE = API.stream().envelope();

    private static final long MAX_SECONDS = 10;

    /** Sends once and follows no redirect, so that the API key goes nowhere else. */
    private static final CloseableHttpClient CLIENT = HttpClients.custom()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofSeconds(MAX_SECONDS))
                    .setResponseTimeout(Timeout.ofSeconds(MAX_SECONDS))
                    .build())
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(MAX_SECONDS))
                            .build())
                    .build())
            .build();

    private final URI http;
    private final URI stream;
    private final String key;
    private final Duration answers;
    private final Strays strays = new Strays();
    private final Set<Long> ids = new HashSet<>();
    private final Set<String> unanswered = new HashSet<>();
    private @Nullable PlainWebSocket line;
    private long lastId = 1_000_000;

    /** @param answers the timeout for an answer */
    ServiceConnection(URI http, URI stream, String key, Duration answers) {
        this.http = http;
        this.stream = stream;
        this.key = key;
        this.answers = answers;
    }

    /** Opens the stream; throws the reason if it cannot. */
    void connect() {
        if (line == null || line.end() != null) {
            close();
            line = new PlainWebSocket(stream, API.http().keyName(), key, strays::add);
        }
    }

    /** The unexpected frames. */
    Strays strays() {
        return strays;
    }

    /** Whether a command of this type was not answered. */
    boolean isUnanswered(String type) {
        return unanswered.contains(type);
    }

    /** The reason why nothing came from the stream. */
    String silence(Duration patience) {
        String end = line == null ? null : line.end();
        return end == null ? "within " + patience.toMillis() + " ms" : "before the connection was " + end;
    }

    /** Sends a request to an HTTP interface and returns the answer. */
    ProviderResponse ask(V4Interaction.SynchronousHttp contract) throws IOException {
        ProviderInfo provider = new ProviderInfo("server");
        provider.setProtocol(http.getScheme());
        provider.setHost(http.getHost());
        boolean secure = "https".equals(http.getScheme());
        provider.setPort(http.getPort() > 0 ? http.getPort() : secure ? 443 : 80);
        provider.setPath(http.getPath() == null || http.getPath().isEmpty() ? "/" : http.getPath());
        HttpRequest asked = contract.getRequest();
        Map<String, List<String>> headers = new HashMap<>(asked.getHeaders());
        headers.computeIfPresent(
                API.http().keyName(), (name, value) -> value.equals(List.of(Contracts.ANY_KEY)) ? List.of(key) : value);
        HttpRequest request =
                new HttpRequest(asked.getMethod(), asked.getPath(), asked.getQuery(), headers, asked.getBody());
        try {
            return new ProviderClient(provider, any -> CLIENT).makeRequest(request);
        } catch (Exception e) { // Kotlin does not declare the exception.
            throw e instanceof IOException failure ? failure : new IOException(e);
        }
    }

    /**
     * Sends a command and returns the stream's answer; null if none arrived.
     *
     * @param sent runs after the command is sent
     */
    @Nullable
    JsonNode command(V4Interaction.SynchronousMessages contract, Runnable sent) throws InterruptedException {
        return command(PactServer.read(contract.getRequest()), sent);
    }

    private @Nullable JsonNode command(JsonNode frame, Runnable sent) throws InterruptedException {
        connect();
        String type = frame.path(ENVELOPE.answer()).asString();
        JsonNode id = frame.path(API.stream().correlation());
        expectPushes(frame, type);
        PlainWebSocket open = Objects.requireNonNull(line);
        open.send(frame);
        sent.run();
        JsonNode answer = open.await(m -> isAnswer(m, type, id), isUnanswered(type) ? Duration.ZERO : answers);
        if (!id.isMissingNode()) {
            ids.add(id.asLong(0));
        }
        if (answer == null) {
            unanswered.add(type);
        }
        return answer;
    }

    /** From now on pushes of the topics of a command are expected. */
    private void expectPushes(JsonNode frame, String type) {
        StreamCommand command = API.stream().of(type);
        if (command == null || command.kind() != StreamCommand.Kind.SUBSCRIBE) {
            return;
        }
        StreamCommand.Subscription subscription = Objects.requireNonNull(command.subscription());
        List<String> texts = frame.path(subscription.keys())
                .valueStream()
                .map(element -> element.asString(""))
                .toList();
        for (String key : subscription.byInstrument() ? InstrumentCodes.split(texts) : texts) {
            ObjectNode push = (ObjectNode) frame.deepCopy();
            strays.subscribe(subscription, push.put(subscription.key(), key));
        }
    }

    /**
     * Whether a message answers a command, perhaps wrongly: with its id and another type, or with its type and an unused
     * id. One command is open at a time, so the judge can name the wrong field.
     */
    private boolean isAnswer(JsonNode message, String type, JsonNode id) {
        JsonNode told = message.path(API.stream().correlation());
        if (message.path(ENVELOPE.answer()).asString("").equals(type)) {
            return told.isMissingNode()
                    ? message.has(ENVELOPE.status())
                    : told.equals(id) || !ids.contains(told.asLong(0));
        }
        return !told.isMissingNode() && !id.isMissingNode() && told.equals(id);
    }

    /** Cancels the subscription of a contract's command, so that subscriptions stay within the plan. */
    void undo(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        ObjectNode frame = (ObjectNode) PactServer.read(contract.getRequest());
        StreamCommand command = API.stream().of(frame.path(ENVELOPE.answer()).asString());
        if (command != null && isUndone(contract)) {
            frame.put(ENVELOPE.answer(), cancelling(command).type());
            command(frame.put(API.stream().correlation(), ++lastId), () -> {});
        }
    }

    /** Whether a subscription must be cancelled. */
    static boolean isUndone(V4Interaction contract) {
        if (!(contract instanceof V4Interaction.SynchronousMessages asked)) {
            return false;
        }
        JsonNode frame = PactServer.read(asked.getRequest());
        StreamCommand command = API.stream().of(frame.path(ENVELOPE.answer()).asString());
        return command != null && command.kind() == StreamCommand.Kind.SUBSCRIBE;
    }

    /** Subscribes to the topic of a push; returns the server's answer, or null. */
    @Nullable
    JsonNode subscribe(StreamCommand command, JsonNode push) throws InterruptedException {
        return command(about(command, push), () -> {});
    }

    /** Cancels the subscription of {@link #subscribe}. */
    @Nullable
    JsonNode cancel(StreamCommand command, JsonNode push) throws InterruptedException {
        return command(about(cancelling(command), push), () -> {});
    }

    private static StreamCommand cancelling(StreamCommand command) {
        String pushed = Objects.requireNonNull(command.subscription()).operationId();
        return API.stream().all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.CANCEL)
                .filter(c ->
                        Objects.requireNonNull(c.subscription()).operationId().equals(pushed))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode about(StreamCommand command, JsonNode push) {
        JsonNode like = Contracts.example(command.operationId());
        ObjectNode frame = (ObjectNode) StreamFrames.subscribing(command, push, like);
        return frame.put(ENVELOPE.answer(), command.type()).put(API.stream().correlation(), ++lastId);
    }

    /**
     * The next push with the same type, instrument and parameters, perhaps with one of them wrong, so that the judge can
     * name the field; null if none arrived.
     */
    @Nullable
    JsonNode push(StreamCommand.Subscription subscription, JsonNode like, Duration patience)
            throws InterruptedException {
        List<String> topic = Strays.topic(subscription, like);
        Predicate<JsonNode> wanted = m -> strays.isSubscribed(m)
                ? Strays.topic(subscription, m).equals(topic)
                        && m.path(ENVELOPE.push()).asString("").equals(subscription.type())
                : isNearly(m, subscription, Strays.key(subscription, like));
        return Objects.requireNonNull(line).await(wanted, patience);
    }

    /** Whether a frame outside all subscriptions is probably a wrong push of this one, by its instrument or type. */
    private static boolean isNearly(JsonNode frame, StreamCommand.Subscription subscription, String code) {
        String type = frame.path(frame.has(ENVELOPE.push()) ? ENVELOPE.push() : ENVELOPE.answer())
                .asString(subscription.type());
        boolean isOfAnother = !type.equals(subscription.type())
                && (frame.has(ENVELOPE.push()) || Strays.subscription(type).isPresent());
        if (!frame.isObject() || frame.has(ENVELOPE.status()) || isOfAnother) {
            return false;
        }
        String named = Strays.key(subscription, frame);
        return named.isEmpty() || named.equals(code);
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
