package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.StreamCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes things go wrong. What is done to connections happens at once, to those that stand; what is said about answers,
 * codes and requests holds from now on, for so many times or until {@link #clear()}. Safe for all threads.
 *
 * <p>A type is the letters of a command, such as {@code RS}; a code may be spelled in any way, such as {@code HK:00700}.
 * What the documents do not know is refused by an {@link IllegalArgumentException} that names it.
 */
public final class Faults {
    /** For as long as it is not cleared. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private final Supplier<? extends Collection<? extends Line>> lines;
    private final Api api;
    private final Script<HttpFault> http = new Script<>();
    private final Script<AnswerFate> answers = new Script<>();
    private final Script<String> refusals = new Script<>();
    private final Map<String, String> refusedCodes = new ConcurrentHashMap<>();
    private final Map<String, Integer> closingCodes = new ConcurrentHashMap<>();
    private final Set<String> withheldPaths = ConcurrentHashMap.newKeySet();
    private volatile boolean keysExpired;
    private volatile boolean silent;
    private volatile boolean pushesMuted;
    private volatile int fragmentSize;

    /**
     * @param lines the connections that stand
     * @param api what the documents say of frames and codes
     */
    public Faults(Supplier<? extends Collection<? extends Line>> lines, Api api) {
        this.lines = lines;
        this.api = api;
    }

    // Connections, now.

    /** Ends every stream connection without a close frame, with FIN. */
    public void cut() {
        lines.get().forEach(Line::cut);
    }

    /** Ends every stream connection with RST. */
    public void reset() {
        lines.get().forEach(Line::reset);
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

    // The stream, from now on.

    /**
     * From now on no connection, old or new, hears anything: bytes are taken, nothing is answered, pushed, upgraded or
     * closed.
     */
    public void blackHole() {
        silent = true;
    }

    /** From now on nothing is pushed; frames are answered. */
    public void mutePushes() {
        pushesMuted = true;
    }

    /** From now on frames of this type are obeyed but not answered; all else goes on. */
    public void loseAnswers(String type) {
        loseAnswers(type, ALWAYS);
    }

    /** Does what the next frames of a type ask, but does not answer them. */
    public void loseAnswers(String type, int times) {
        answers.add(known(type)::equals, new AnswerFate(0, Duration.ZERO), times);
    }

    /** Does what the next frames of a type ask at once, and answers late. */
    public void delayAnswers(String type, Duration delay, int times) {
        answers.add(known(type)::equals, new AnswerFate(1, delay), times);
    }

    /** Answers the next frames of a type twice. */
    public void repeatAnswers(String type, int times) {
        answers.add(known(type)::equals, new AnswerFate(2, Duration.ZERO), times);
    }

    /** Refuses the next frames of a type in these words. */
    public void refuseFrames(String type, String words, int times) {
        refusals.add(known(type)::equals, words, times);
    }

    /** Sends every message in fragments of at most so many bytes; 0 sends it whole again. */
    public void fragment(int bytes) {
        fragmentSize = bytes;
    }

    private String known(String type) {
        if (api.stream().of(type) == null) {
            throw new IllegalArgumentException("No command has the type \"" + type + "\"; there are "
                    + api.stream().all().stream().map(StreamCommand::type).collect(Collectors.joining(", ")));
        }
        return type;
    }

    // Codes, from now on, on the stream and by HTTP.

    /** Refuses every frame and request that names this code, in these words. */
    public void refuse(String code, String words) {
        refusedCodes.put(api.codes().one(code), words);
    }

    /** Closes the connection, with this code of WebSocket, on every frame that names this instrument. */
    public void closeOn(String code, int closeCode) {
        closingCodes.put(api.codes().one(code), closeCode);
    }

    // Keys, from now on, on the stream and by HTTP.

    /** Every key has expired: requests and frames are answered with {@code Key expired.}, new streams refused with 401. */
    public void expireKeys() {
        keysExpired = true;
    }

    // HTTP, from now on; the path of the stream makes upgrades fail.

    /** Does this to every request. */
    public void http(HttpFault fault) {
        http.add(path -> true, fault, ALWAYS);
    }

    /** Does this to the next requests for a path. */
    public void http(String path, HttpFault fault, int times) {
        http.add(path::equals, fault, times);
    }

    /** The plan does not include the interface with this path: requests are refused with 403. */
    public void withhold(String path) {
        withheldPaths.add(path);
    }

    /** Everything works again; connections that were told to stop reading go on. */
    public void clear() {
        silent = false;
        pushesMuted = false;
        fragmentSize = 0;
        http.clear();
        answers.clear();
        refusals.clear();
        refusedCodes.clear();
        closingCodes.clear();
        withheldPaths.clear();
        keysExpired = false;
        resumeReading();
    }

    // What the server asks.

    /** Whether nothing may be said. */
    public boolean isSilent() {
        return silent;
    }

    /** Whether nothing may be pushed. */
    public boolean arePushesMuted() {
        return pushesMuted || silent;
    }

    /** Whether every key has expired. */
    public boolean areKeysExpired() {
        return keysExpired;
    }

    /** Whether the plan lacks the interface with this path. */
    public boolean isWithheld(String path) {
        return withheldPaths.contains(path);
    }

    /** Most bytes of a fragment, 0 for no fragments. */
    public int fragmentSize() {
        return fragmentSize;
    }

    /** What happens to a request for this path. */
    public Optional<HttpFault> takeHttp(String path) {
        return http.take(path);
    }

    /** What becomes of the answer to a frame of this type. */
    public AnswerFate takeAnswer(String type) {
        return answers.take(type).orElse(AnswerFate.USUAL);
    }

    /** The words in which a frame of this type about these codes is refused, if it is. */
    public Optional<String> takeRefusal(String type, Set<String> codes) {
        return refusal(codes).or(() -> refusals.take(type));
    }

    /** The words in which something about these codes is refused, if it is. */
    public Optional<String> refusal(Set<String> codes) {
        return codes.stream()
                .filter(refusedCodes::containsKey)
                .map(refusedCodes::get)
                .findFirst();
    }

    /** The code to close with when one of these codes is named, if there is one. */
    public Optional<Integer> closing(Set<String> codes) {
        Predicate<String> closes = closingCodes::containsKey;
        return codes.stream().filter(closes).map(closingCodes::get).findFirst();
    }
}
