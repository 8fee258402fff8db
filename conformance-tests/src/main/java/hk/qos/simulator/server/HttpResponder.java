package hk.qos.simulator.server;

import hk.qos.simulator.answer.Query;
import hk.qos.simulator.observe.Violation.Kind;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.Problem;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
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
    /** Reads what clients send, to the last letter. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the vendor's server says, in its own words. */
    static final String KEY_EXPIRED = "Key expired.";

    private final ServerContext desk;
    private final Envelope envelope;
    private final Map<String, List<HttpInterface>> byPath;

    HttpResponder(ServerContext desk) {
        this.desk = desk;
        this.envelope = desk.api().http().envelope();
        this.byPath = desk.api().http().all().stream().collect(Collectors.groupingBy(HttpInterface::path));
    }

    /**
     * What a request looks like.
     *
     * @param key that came with it, null if none
     * @param caller address of the client
     */
    record Call(
            String method,
            String path,
            String contentType,
            String body,
            @Nullable String key,
            String caller) {
        String where() {
            return method + " " + path;
        }
    }

    FullHttpResponse answer(Call call) {
        List<HttpInterface> here = byPath.getOrDefault(call.path(), List.of());
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
        if (http.needsKey() && (key == null || !desk.keys().accepts(key))) {
            return refused(401, call, Kind.KEY, key == null ? "No key." : "Unknown key.");
        }
        if (http.needsKey() && desk.faults().areKeysExpired()) {
            return told(200, KEY_EXPIRED);
        }
        if (desk.faults().isWithheld(http.path())) {
            String permission = http.permission();
            return told(403, "No permission for " + (permission == null ? http.path() : permission) + ".");
        }
        int most = http.requestsPerMinute() > 0 ? http.requestsPerMinute() : plan().requestsPerMinute();
        boolean limited = plan().requestsPerMinute() != Integer.MAX_VALUE;
        String caller = key != null && http.needsKey() ? key : call.caller();
        long wait = limited ? desk.rates().take(caller, http.operationId(), most) : 0;
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
        List<Problem> problems = http.request().strictProblems(request);
        if (!problems.isEmpty()) {
            return refused(200, call, Kind.SCHEMA, words(problems));
        }
        Set<String> codes = desk.api().codes().in(request, http.request());
        if (codes.size() > plan().instruments()) {
            return refused(
                    200,
                    call,
                    Kind.INSTRUMENTS,
                    "Too many instruments: " + codes.size() + ", the plan permits " + plan().instruments());
        }
        Query query = new Query(request, codes, desk.settings().clock().millis());
        Function<String, FullHttpResponse> refusal = words -> told(200, words);
        return desk.faults().refusal(codes).map(refusal).orElseGet(() -> payload(http, query));
    }

    private FullHttpResponse payload(HttpInterface http, Query query) {
        String obstacle = desk.answers().obstacle(http.operationId(), query.request());
        if (obstacle != null) {
            return told(200, obstacle);
        }
        JsonNode payload = desk.answers().payload(http.operationId(), query, http.examples());
        if (payload == null) {
            return told(200, "Not simulated: " + http.path());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put(envelope.status(), envelope.ok());
        answer.set(envelope.data(), desk.faults().sent(payload));
        return Bodies.of(200, Bodies.JSON, answer.toString());
    }

    /** Refuses, and notes what the client did wrong. */
    FullHttpResponse refused(int status, Call call, Kind kind, String words) {
        desk.observations().violation(kind, call.where(), words);
        return told(status, words);
    }

    /** Refuses what is no fault of the client's. */
    FullHttpResponse told(int status, String words) {
        ObjectNode refusal = JsonNodeFactory.instance.objectNode().put(envelope.status(), words);
        return Bodies.of(status, Bodies.JSON, refusal.toString());
    }

    static String words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    private hk.qos.simulator.settings.Plan plan() {
        return desk.settings().plan();
    }
}
