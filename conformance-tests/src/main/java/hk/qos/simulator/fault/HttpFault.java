package hk.qos.simulator.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fault of an HTTP request: replaces, changes or delays the answer.
 *
 * @param effect the effect
 * @param status the status of a replaced answer
 * @param contentType the content type of a replaced answer
 * @param body the body of a replaced answer
 * @param headers additional headers of the answer
 * @param delay the delay before the effect
 */
public record HttpFault(
        Effect effect, int status, String contentType, String body, Map<String, String> headers, Duration delay) {
    private static final String JSON = "application/json";
    private static final String REFUSED = "{\"msg\":\"Simulated fault\"}";

    /** The effects. */
    public enum Effect {
        /** The normal answer is sent. */
        USUAL,
        /** The normal answer is sent, padded with a field that the documents do not have. */
        PADDED,
        /** The replaced answer is sent. */
        ANSWER,
        /** The headers announce the whole answer, but the connection ends in the middle of the body. */
        TRUNCATE,
        /** The connection ends with RST. */
        RESET,
        /** The request is not answered; the connection stays open. */
        SILENCE
    }

    /** An answer with this status and a refusal as JSON. */
    public static HttpFault status(int status) {
        return answer(status, JSON, REFUSED);
    }

    /** An answer with this status and this Retry-After header, which is sent unchanged. */
    public static HttpFault retryAfter(int status, String value) {
        return new HttpFault(Effect.ANSWER, status, JSON, REFUSED, Map.of("Retry-After", value), Duration.ZERO);
    }

    /** A redirect. */
    public static HttpFault redirect(int status, String location) {
        return new HttpFault(Effect.ANSWER, status, JSON, REFUSED, Map.of("Location", location), Duration.ZERO);
    }

    /** An HTML page of a gateway. */
    public static HttpFault html(int status) {
        return answer(status, "text/html", "<html><head><title>" + status + " Bad Gateway</title></head></html>");
    }

    /** The normal answer, padded to at least this size with a field that the documents do not have. */
    public static HttpFault padded(int bytes) {
        return new HttpFault(Effect.PADDED, 200, JSON, "x".repeat(Faults.size(bytes)), Map.of(), Duration.ZERO);
    }

    /** An arbitrary answer. */
    public static HttpFault answer(int status, String contentType, String body) {
        return new HttpFault(Effect.ANSWER, status, contentType, body, Map.of(), Duration.ZERO);
    }

    /** An answer with status 200 and truncated JSON. */
    public static HttpFault malformedJson() {
        return answer(200, JSON, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AA");
    }

    /** An answer with status 200 and this error text. */
    public static HttpFault refusal(String errorText) {
        return answer(200, JSON, "{\"msg\":\"" + errorText.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    /** The normal answer, delayed. */
    public static HttpFault delay(Duration delay) {
        return new HttpFault(Effect.USUAL, 200, JSON, "", Map.of(), delay);
    }

    /** An answer that is cut in the middle of its body. */
    public static HttpFault truncated() {
        return new HttpFault(Effect.TRUNCATE, 200, JSON, "{\"msg\":\"OK\",\"data\":[", Map.of(), Duration.ZERO);
    }

    /** RST instead of an answer. */
    public static HttpFault reset() {
        return new HttpFault(Effect.RESET, 0, JSON, "", Map.of(), Duration.ZERO);
    }

    /** No answer. */
    public static HttpFault silence() {
        return new HttpFault(Effect.SILENCE, 0, JSON, "", Map.of(), Duration.ZERO);
    }

    /** Returns a copy with an additional or replaced header, such as {@code Date}. A successful upgrade ignores it. */
    public HttpFault header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpFault(effect, status, contentType, body, Map.copyOf(more), delay);
    }

    /** Returns a copy with another delay. */
    public HttpFault after(Duration wait) {
        return new HttpFault(effect, status, contentType, body, headers, wait);
    }
}
