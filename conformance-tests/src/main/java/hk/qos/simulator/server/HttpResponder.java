package hk.qos.simulator.server;

import hk.qos.simulator.answer.Query;
import hk.qos.simulator.observe.Violation.Kind;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.Problem;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers the HTTP interfaces of the document. */
final class HttpResponder {
    /** Parses request bodies; text after the JSON value is an error. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The error text of the vendor's server. */
    static final String KEY_EXPIRED = "Key expired.";

    private final ServerContext server;
    private final Envelope envelope;
    private final List<HttpInterface> all;

    HttpResponder(ServerContext server) {
        this.server = server;
        this.envelope = server.api().http().envelope();
        this.all = server.api().http().all();
    }

    /**
     * A request with its key and caller.
     *
     * @param key the API key of the request, or null
     * @param caller the client's address
     */
    record Call(
            String method,
            String path,
            Map<String, List<String>> query,
            String contentType,
            String body,
            @Nullable String key,
            String caller) {
        String where() {
            return method + " " + path;
        }
    }

    FullHttpResponse answer(Call call) {
        List<HttpInterface> here =
                all.stream().filter(http -> http.match(call.path()) != null).toList();
        if (here.isEmpty()) {
            return refused(404, call, Kind.ADDRESS, "No such interface: " + call.path());
        }
        for (HttpInterface http : here) {
            if (http.method().equals(call.method())) {
                return answer(http, call);
            }
        }
        String methods = here.stream().map(HttpInterface::method).collect(Collectors.joining(", "));
        FullHttpResponse response =
                refused(405, call, Kind.ADDRESS, call.path() + " is called with " + methods + ", not " + call.method());
        response.headers().set(HttpHeaderNames.ALLOW, methods);
        return response;
    }

    private FullHttpResponse answer(HttpInterface http, Call call) {
        String key = call.key();
        if (http.needsKey() && (key == null || !server.keys().accepts(key))) {
            return refused(401, call, Kind.KEY, key == null ? "No key." : "Unknown key.");
        }
        if (http.needsKey() && server.faults().areKeysExpired()) {
            return errorResponse(200, KEY_EXPIRED);
        }
        if (server.faults().isWithheld(http.path())) {
            String permission = http.permission();
            return errorResponse(403, "No permission for " + (permission == null ? http.path() : permission) + ".");
        }
        int most = http.requestsPerMinute() > 0 ? http.requestsPerMinute() : plan().requestsPerMinute();
        boolean limited = plan().requestsPerMinute() != Integer.MAX_VALUE;
        String caller = key != null && http.needsKey() ? key : call.caller();
        long wait = limited ? server.rates().take(caller, http.operationId(), most) : 0;
        if (wait > 0) {
            FullHttpResponse response = refused(
                    429,
                    call,
                    Kind.RATE,
                    "Too many requests: " + http.path() + " may be called " + most + " times a minute.");
            response.headers().set(HttpHeaderNames.RETRY_AFTER, wait);
            return response;
        }
        return read(http, call);
    }

    private FullHttpResponse read(HttpInterface http, Call call) {
        if (!http.parameters().isEmpty()) {
            return judged(http, call, parameters(http, call));
        }
        if (!call.contentType().startsWith("application/json")) {
            return refused(
                    200, call, Kind.SCHEMA, "Content-Type \"" + call.contentType() + "\": must be application/json");
        }
        JsonNode request;
        try {
            request = STRICT.readTree(call.body());
        } catch (JacksonException e) {
            return refused(200, call, Kind.SCHEMA, "Body is not JSON: " + e.getOriginalMessage());
        }
        return judged(http, call, request);
    }

    private JsonNode parameters(HttpInterface http, Call call) {
        Map<String, List<String>> texts = new LinkedHashMap<>(call.query());
        texts.remove(server.api().http().keyName());
        Map<String, String> inPath = http.match(call.path());
        if (inPath != null) {
            inPath.forEach((name, value) -> texts.put(name, List.of(value)));
        }
        return http.parameters().read(texts);
    }

    private FullHttpResponse judged(HttpInterface http, Call call, JsonNode request) {
        List<Problem> problems = http.request().strictProblems(request);
        if (!problems.isEmpty()) {
            return refused(200, call, Kind.SCHEMA, errorText(problems));
        }
        Set<String> codes = server.api().codes().in(request, http.request());
        if (codes.size() > plan().instruments()) {
            return refused(
                    200,
                    call,
                    Kind.INSTRUMENTS,
                    "Too many instruments: " + codes.size() + ", the plan permits " + plan().instruments());
        }
        List<Problem> exceeding = http.request().exceeding(request, plan().barsPerRequest());
        if (!exceeding.isEmpty()) {
            return refused(200, call, Kind.BARS, errorText(exceeding));
        }
        JsonNode asked = server.faults().asked(request, http.paging());
        Query query = new Query(asked, codes, server.settings().clock().millis());
        Function<String, FullHttpResponse> refusal = errorText -> errorResponse(200, errorText);
        return server.faults().refusal(codes).map(refusal).orElseGet(() -> payload(http, query));
    }

    private FullHttpResponse payload(HttpInterface http, Query query) {
        String obstacle = server.answers().obstacle(http.operationId(), query.request());
        if (obstacle != null) {
            return errorResponse(200, obstacle);
        }
        JsonNode payload = server.answers().payload(http.operationId(), query, http.payload(), http.examples());
        if (payload == null) {
            return errorResponse(200, "Not simulated: " + http.path());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put(envelope.status(), envelope.ok());
        answer.set(envelope.data(), server.faults().sent(payload));
        answer.setAll(http.beside());
        return Bodies.of(200, Bodies.JSON, answer.toString());
    }

    /** Refuses a request and records the violation. */
    FullHttpResponse refused(int status, Call call, Kind kind, String errorText) {
        server.observations().violation(kind, call.where(), errorText);
        return errorResponse(status, errorText);
    }

    /** Refuses a request without a violation. */
    FullHttpResponse errorResponse(int status, String errorText) {
        ObjectNode refusal = JsonNodeFactory.instance.objectNode().put(envelope.status(), errorText);
        return Bodies.of(status, Bodies.JSON, refusal.toString());
    }

    static String errorText(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    private hk.qos.simulator.settings.Plan plan() {
        return server.settings().plan();
    }
}
