package hk.qos.simulator.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens to an HTTP request in place of its answer, or before it.
 *
 * @param effect what is done
 * @param status of the answer, unless it is the usual one
 * @param contentType of the answer
 * @param body of the answer
 * @param headers of the answer, beside the usual ones
 * @param delay before anything is done
 */
public record HttpFault(
        Effect effect, int status, String contentType, String body, Map<String, String> headers, Duration delay) {
    private static final String JSON = "application/json";
    private static final String REFUSED = "{\"msg\":\"Simulated fault\"}";

    /** What is done. */
    public enum Effect {
        /** The usual answer is given. */
        USUAL,
        /** The usual answer is given, with the body as a field that the documents do not have. */
        PADDED,
        /** This answer is given. */
        ANSWER,
        /** The answer is announced whole, but the connection ends in the middle. */
        TRUNCATE,
        /** The connection ends with RST. */
        RESET,
        /** Nothing, and the connection stays. */
        SILENCE
    }

    /** An answer with this status and a refusal as JSON. */
    public static HttpFault status(int status) {
        return answer(status, JSON, REFUSED);
    }

    /** An answer with this status that asks to wait: the Retry-After header is sent as it is given. */
    public static HttpFault retryAfter(int status, String value) {
        return new HttpFault(Effect.ANSWER, status, JSON, REFUSED, Map.of("Retry-After", value), Duration.ZERO);
    }

    /** An answer that sends the client elsewhere. */
    public static HttpFault redirect(int status, String location) {
        return new HttpFault(Effect.ANSWER, status, JSON, REFUSED, Map.of("Location", location), Duration.ZERO);
    }

    /** A gateway's page, not JSON. */
    public static HttpFault html(int status) {
        return answer(status, "text/html", "<html><head><title>" + status + " Bad Gateway</title></head></html>");
    }

    /** The usual answer with at least so many bytes, by a field that the documents do not have. */
    public static HttpFault padded(int bytes) {
        return new HttpFault(Effect.PADDED, 200, JSON, "x".repeat(Faults.size(bytes)), Map.of(), Duration.ZERO);
    }

    /** Any answer. */
    public static HttpFault answer(int status, String contentType, String body) {
        return new HttpFault(Effect.ANSWER, status, contentType, body, Map.of(), Duration.ZERO);
    }

    /** An answer with status 200 whose JSON ends too early. */
    public static HttpFault malformedJson() {
        return answer(200, JSON, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AA");
    }

    /** An answer with status 200 that refuses in these words. */
    public static HttpFault refusal(String words) {
        return answer(200, JSON, "{\"msg\":\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    /** The usual answer, late. */
    public static HttpFault delay(Duration delay) {
        return new HttpFault(Effect.USUAL, 200, JSON, "", Map.of(), delay);
    }

    /** An answer of which half arrives. */
    public static HttpFault truncated() {
        return new HttpFault(Effect.TRUNCATE, 200, JSON, "{\"msg\":\"OK\",\"data\":[", Map.of(), Duration.ZERO);
    }

    /** RST in place of an answer. */
    public static HttpFault reset() {
        return new HttpFault(Effect.RESET, 0, JSON, "", Map.of(), Duration.ZERO);
    }

    /** No answer. */
    public static HttpFault silence() {
        return new HttpFault(Effect.SILENCE, 0, JSON, "", Map.of(), Duration.ZERO);
    }

    /** The same with one header more, such as {@code Date}, or with this value of it; an upgrade that succeeds has none. */
    public HttpFault header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpFault(effect, status, contentType, body, Map.copyOf(more), delay);
    }

    /** The same, so much later, in place of the delay that it has. */
    public HttpFault after(Duration wait) {
        return new HttpFault(effect, status, contentType, body, headers, wait);
    }
}
