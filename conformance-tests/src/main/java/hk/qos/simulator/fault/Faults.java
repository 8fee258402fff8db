package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.StreamCommand;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Injects faults. Faults of connections act at once on all open connections; faults of answers, codes and requests
 * apply from now on, for the given number of times or until {@link #clear()}. Thread-safe.
 *
 * <p>A type is the letters of a command, such as {@code RS}; a code may be spelled in any way, such as {@code
 * HK:00700}; a path is that of an interface, such as {@code /snapshot}. A value that the documents do not have causes
 * an {@link IllegalArgumentException} that names it and the valid values.
 */
public final class Faults {
    /** Until {@link #clear()}. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int MAX_BYTES = 256 << 20;

    private final Supplier<? extends Collection<? extends FaultTarget>> targets;
    private final Api api;
    private final FaultSchedule schedule;

    /**
     * @param targets the open connections
     * @param api the parsed documents of frames and codes
     * @param schedule the faults that the server queries
     */
    public Faults(Supplier<? extends Collection<? extends FaultTarget>> targets, Api api, FaultSchedule schedule) {
        this.targets = targets;
        this.api = api;
        this.schedule = schedule;
    }

    // Connections, now.

    /** Ends every stream connection without a close frame, with FIN. */
    public void cut() {
        targets.get().forEach(FaultTarget::cut);
    }

    /** Ends every stream connection with RST. */
    public void reset() {
        targets.get().forEach(FaultTarget::reset);
    }

    /** Sends a Close frame with this status code, such as 1001, and this reason on every stream connection. */
    public void close(int code, String reason) {
        targets.get().forEach(line -> line.close(code, reason));
    }

    /** Stops reading from the stream's sockets, so that their TCP windows fill. */
    public void stopReading() {
        targets.get().forEach(line -> line.read(false));
    }

    /** Resumes reading from the stream's sockets. */
    public void resumeReading() {
        targets.get().forEach(line -> line.read(true));
    }

    /** Sends a text frame on every stream connection, without validation. */
    public void send(String text) {
        sendText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text frame with these bytes, which need not be UTF-8. */
    public void sendText(byte[] payload) {
        targets.get().forEach(line -> line.send(payload, true));
    }

    /** Sends a binary frame on every stream connection. */
    public void sendBinary(byte[] payload) {
        targets.get().forEach(line -> line.send(payload, false));
    }

    /** Sends a text frame with truncated JSON. */
    public void sendMalformedFrame() {
        send("{\"tp\":\"S\",\"c\":\"US:AA");
    }

    /** Writes raw bytes to the stream's sockets, bypassing the WebSocket codec. */
    public void writeRaw(byte[] raw) {
        targets.get().forEach(line -> line.write(raw));
    }

    // Stream and HTTP, from now on.

    /**
     * Silences the server: it reads from all connections, old and new, but answers, pushes, upgrades and closes
     * nothing.
     */
    public void blackHole() {
        schedule.silent = true;
    }

    /** Starts every stream message and every body with a byte order mark. */
    public void byteOrderMark() {
        schedule.byteOrderMark = true;
    }

    /**
     * Expires every key: requests and frames are answered with {@code Key expired.}, new streams are refused with 401.
     */
    public void expireKeys() {
        schedule.keysExpired = true;
    }

    /** Refuses every frame and request that names this code, with this error text. */
    public void refuse(String code, String errorText) {
        schedule.codes.put(api.codes().one(code), FrameFault.refuse(given("errorText", errorText)));
    }

    /** Mutes an instrument: subscriptions are acknowledged, but it is missing from answers and never pushed. */
    public void mute(String code) {
        schedule.tampering.mute(api.codes().one(code));
    }

    /**
     * Replaces the value of a field in every record of an instrument, in answers and pushes.
     *
     * @param field its name on the wire, such as {@code lp}
     * @param json the value, such as {@code "\"-\""}, {@code "null"} or {@code "0"}
     * @throws IllegalArgumentException also if the value is not JSON
     */
    public void replaceField(String code, String field, String json) {
        Set<String> fields = new TreeSet<>();
        api.http().all().forEach(http -> http.examples().forEach(example -> addFields(example, fields)));
        if (!fields.contains(given("field", field))) {
            throw new IllegalArgumentException(
                    "No record has a field \"" + field + "\"; there are " + String.join(", ", fields));
        }
        try {
            JsonNode value = JsonMapper.shared().readTree(given("json", json));
            schedule.tampering.replace(api.codes().one(code), field, value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("\"" + json + "\" is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void addFields(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.forEach(child -> addFields(child, names));
    }

    // The stream, from now on.

    /** Stops all pushes; frames are still answered. */
    public void mutePushes() {
        schedule.pushesMuted = true;
    }

    /** Sends every message in fragments of at most this size; 0 sends whole messages again. */
    public void fragment(int bytes) {
        schedule.fragmentSize = bytes;
    }

    /** Executes frames of this type without answering them; other frames are answered. */
    public void loseAnswers(String type) {
        loseAnswers(type, ALWAYS);
    }

    /** Executes the next frames of a type without answering them. */
    public void loseAnswers(String type, int times) {
        schedule.answers.add(known(type)::equals, AnswerFate.copies(0), times);
    }

    /** Executes the next frames of a type at once and answers them late. */
    public void delayAnswers(String type, Duration delay, int times) {
        schedule.answers.add(known(type)::equals, new AnswerFate(1, given("delay", delay), null, 0), times);
    }

    /** Answers the next frames of a type twice. */
    public void repeatAnswers(String type, int times) {
        schedule.answers.add(known(type)::equals, AnswerFate.copies(2), times);
    }

    /** Answers the next frames of a type with another type; content and request id stay. */
    public void relabelAnswers(String type, String otherType, int times) {
        schedule.answers.add(known(type)::equals, new AnswerFate(1, Duration.ZERO, known(otherType), 0), times);
    }

    /**
     * Pads the answers to the next frames of a type to at least this size, with a field that the documents do not have.
     */
    public void padAnswers(String type, int bytes, int times) {
        schedule.answers.add(known(type)::equals, new AnswerFate(1, Duration.ZERO, null, size(bytes)), times);
    }

    /** Refuses the next frames of a type with this error text. */
    public void refuseFrames(String type, String errorText, int times) {
        schedule.frames.add(known(type)::equals, FrameFault.refuse(given("errorText", errorText)), times);
    }

    /** Ignores the next frames of a type: neither executes nor answers them. */
    public void ignoreFrames(String type, int times) {
        schedule.frames.add(known(type)::equals, new FrameFault(FrameFault.Effect.IGNORE, "", 0), times);
    }

    /** Closes the connection with this status code on each of the next frames of a type, without executing them. */
    public void closeOnFrames(String type, int closeCode, int times) {
        schedule.frames.add(known(type)::equals, FrameFault.close(sendable(closeCode)), times);
    }

    /** Closes the connection with this status code on every frame that names this instrument. */
    public void closeOn(String code, int closeCode) {
        schedule.codes.put(api.codes().one(code), FrameFault.close(sendable(closeCode)));
    }

    // HTTP, from now on. The path of the stream applies to upgrades.

    /** Applies a fault to every request. */
    public void http(HttpFault fault) {
        schedule.http.add(path -> true, given("fault", fault), ALWAYS);
    }

    /** Applies a fault to the next requests for a path. */
    public void http(String path, HttpFault fault, int times) {
        String stream = api.stream().path();
        schedule.http.add(known(path, Stream.of(stream))::equals, given("fault", fault), times);
    }

    /**
     * Answers requests for historical bars with the newest ones, whatever end they ask for, as a server does that does not
     * page.
     */
    public void ignoreEndTime() {
        schedule.endTime = EndTime.IGNORED;
    }

    /** Leaves the bar at the requested end out of answers to requests for historical bars; usually it is the last. */
    public void excludeEndTime() {
        schedule.endTime = EndTime.EXCLUDED;
    }

    /** Removes an interface from the plan: requests for this path are refused with 403. */
    public void withhold(String path) {
        schedule.withheldPaths.add(known(path, Stream.empty()));
    }

    /** Closes HTTP connections that were idle for this long after an answer; zero keeps them open again. */
    public void closeIdle(Duration after) {
        if (given("after", after).isNegative()) {
            throw new IllegalArgumentException("after is " + after + ", must not be negative");
        }
        schedule.idle = after;
    }

    /** Removes all faults; connections resume reading. */
    public void clear() {
        schedule.clear();
        resumeReading();
    }

    private String known(String type) {
        if (api.stream().of(given("type", type)) == null) {
            throw new IllegalArgumentException("No command has the type \"" + type + "\"; there are "
                    + api.stream().all().stream().map(StreamCommand::type).collect(Collectors.joining(", ")));
        }
        return type;
    }

    private String known(String path, Stream<String> more) {
        Set<String> paths = Stream.concat(api.http().all().stream().map(HttpInterface::path), more)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!paths.contains(given("path", path))) {
            throw new IllegalArgumentException(
                    "No interface has the path \"" + path + "\"; there are " + String.join(", ", paths));
        }
        return path;
    }

    private static int sendable(int closeCode) {
        if (!WebSocketCloseStatus.isValidStatusCode(closeCode)) {
            throw new IllegalArgumentException("closeCode is " + closeCode
                    + ", which no Close frame may carry; use for example 1012, or 3000 to 4999");
        }
        return closeCode;
    }

    static int size(int bytes) {
        if (bytes < 0 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("bytes is " + bytes + ", must be 0 to " + MAX_BYTES);
        }
        return bytes;
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
