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
 * Makes things go wrong. What is done to connections happens at once, to those that stand; what is said about answers,
 * codes and requests holds from now on, for so many times or until {@link #clear()}. Safe for all threads.
 *
 * <p>A type is the letters of a command, such as {@code RS}; a code may be spelled in any way, such as {@code HK:00700};
 * a path is that of an interface, such as {@code /snapshot}. What the documents do not know is refused by an {@link
 * IllegalArgumentException} that names it and what they do know.
 */
public final class Faults {
    /** For as long as it is not cleared. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int MOST_BYTES = 256 << 20;

    private final Supplier<? extends Collection<? extends FaultTarget>> lines;
    private final Api api;
    private final FaultSchedule agenda;

    /**
     * @param lines the connections that stand
     * @param api what the documents say of frames and codes
     * @param agenda where the server looks
     */
    public Faults(Supplier<? extends Collection<? extends FaultTarget>> lines, Api api, FaultSchedule agenda) {
        this.lines = lines;
        this.api = api;
        this.agenda = agenda;
    }

    // Connections, now.

    /** Ends every stream connection without a close frame, with FIN. */
    public void cut() {
        lines.get().forEach(FaultTarget::cut);
    }

    /** Ends every stream connection with RST. */
    public void reset() {
        lines.get().forEach(FaultTarget::reset);
    }

    /** Closes every stream connection with this code of WebSocket, such as 1001, and these words. */
    public void close(int code, String reason) {
        lines.get().forEach(line -> line.close(code, reason));
    }

    /** Takes nothing more from the stream's sockets, so that their windows close. */
    public void stopReading() {
        lines.get().forEach(line -> line.read(false));
    }

    /** Takes from the stream's sockets again. */
    public void resumeReading() {
        lines.get().forEach(line -> line.read(true));
    }

    /** Sends a text frame on every stream connection, whatever it says. */
    public void send(String text) {
        sendText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text frame of these bytes, UTF-8 or not. */
    public void sendText(byte[] payload) {
        lines.get().forEach(line -> line.send(payload, true));
    }

    /** Sends a binary frame on every stream connection. */
    public void sendBinary(byte[] payload) {
        lines.get().forEach(line -> line.send(payload, false));
    }

    /** Sends a text frame whose JSON ends too early. */
    public void sendMalformedFrame() {
        send("{\"tp\":\"S\",\"c\":\"US:AA");
    }

    /** Writes bytes into the stream's sockets, past WebSocket. */
    public void writeRaw(byte[] raw) {
        lines.get().forEach(line -> line.write(raw));
    }

    // Stream and HTTP, from now on.

    /**
     * From now on no connection, old or new, hears anything: bytes are taken, nothing is answered, pushed, upgraded or
     * closed.
     */
    public void blackHole() {
        agenda.silent = true;
    }

    /** From now on every message of the stream and every body begins with a byte order mark. */
    public void byteOrderMark() {
        agenda.byteOrderMark = true;
    }

    /** Every key has expired: requests and frames are answered with {@code Key expired.}, new streams refused with 401. */
    public void expireKeys() {
        agenda.keysExpired = true;
    }

    /** Refuses every frame and request that names this code, in these words. */
    public void refuse(String code, String words) {
        agenda.codes.put(api.codes().one(code), FrameFault.refuse(given("words", words)));
    }

    /** Acknowledges this instrument, and never says anything of it: it is missing from answers and not pushed. */
    public void mute(String code) {
        agenda.tampering.mute(api.codes().one(code));
    }

    /**
     * Puts a value in place of a field in every record of an instrument that has it, in answers and pushes.
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
            agenda.tampering.replace(api.codes().one(code), field, value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("\"" + json + "\" is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void addFields(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.forEach(child -> addFields(child, names));
    }

    // The stream, from now on.

    /** From now on nothing is pushed; frames are answered. */
    public void mutePushes() {
        agenda.pushesMuted = true;
    }

    /** Sends every message in fragments of at most so many bytes; 0 sends it whole again. */
    public void fragment(int bytes) {
        agenda.fragmentSize = bytes;
    }

    /** From now on frames of this type are obeyed but not answered; all else goes on. */
    public void loseAnswers(String type) {
        loseAnswers(type, ALWAYS);
    }

    /** Does what the next frames of a type ask, but does not answer them. */
    public void loseAnswers(String type, int times) {
        agenda.answers.add(known(type)::equals, AnswerFate.copies(0), times);
    }

    /** Does what the next frames of a type ask at once, and answers late. */
    public void delayAnswers(String type, Duration delay, int times) {
        agenda.answers.add(known(type)::equals, new AnswerFate(1, given("delay", delay), null, 0), times);
    }

    /** Answers the next frames of a type twice. */
    public void repeatAnswers(String type, int times) {
        agenda.answers.add(known(type)::equals, AnswerFate.copies(2), times);
    }

    /** Answers the next frames of a type under another type: the content and the frame's number stay. */
    public void relabelAnswers(String type, String otherType, int times) {
        agenda.answers.add(known(type)::equals, new AnswerFate(1, Duration.ZERO, known(otherType), 0), times);
    }

    /** Answers the next frames of a type with at least so many bytes, by a field that the documents do not have. */
    public void padAnswers(String type, int bytes, int times) {
        agenda.answers.add(known(type)::equals, new AnswerFate(1, Duration.ZERO, null, size(bytes)), times);
    }

    /** Refuses the next frames of a type in these words. */
    public void refuseFrames(String type, String words, int times) {
        agenda.frames.add(known(type)::equals, FrameFault.refuse(given("words", words)), times);
    }

    /** Neither obeys nor answers the next frames of a type. */
    public void ignoreFrames(String type, int times) {
        agenda.frames.add(known(type)::equals, new FrameFault(FrameFault.Effect.IGNORE, "", 0), times);
    }

    /** Closes the connection, with this code of WebSocket, on the next frames of a type, and does not obey them. */
    public void closeOnFrames(String type, int closeCode, int times) {
        agenda.frames.add(known(type)::equals, FrameFault.close(sendable(closeCode)), times);
    }

    /** Closes the connection, with this code of WebSocket, on every frame that names this instrument. */
    public void closeOn(String code, int closeCode) {
        agenda.codes.put(api.codes().one(code), FrameFault.close(sendable(closeCode)));
    }

    // HTTP, from now on; the path of the stream makes upgrades fail.

    /** Does this to every request. */
    public void http(HttpFault fault) {
        agenda.http.add(path -> true, given("fault", fault), ALWAYS);
    }

    /** Does this to the next requests for a path. */
    public void http(String path, HttpFault fault, int times) {
        String stream = api.stream().path();
        agenda.http.add(known(path, Stream.of(stream))::equals, given("fault", fault), times);
    }

    /** The plan does not include the interface with this path: requests are refused with 403. */
    public void withhold(String path) {
        agenda.withheldPaths.add(known(path, Stream.empty()));
    }

    /** Ends HTTP connections, without a word, that were idle for so long after an answer; zero lets them stand again. */
    public void closeIdle(Duration after) {
        if (given("after", after).isNegative()) {
            throw new IllegalArgumentException("after is " + after + ", must not be negative");
        }
        agenda.idle = after;
    }

    /** Everything works again; connections that were told to stop reading go on. */
    public void clear() {
        agenda.clear();
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
                    + ", which no frame may carry; 1012 and 3000 to 4999 for instance may be");
        }
        return closeCode;
    }

    static int size(int bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("bytes is " + bytes + ", must be 0 to " + MOST_BYTES);
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
