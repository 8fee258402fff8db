package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Codes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The faults that were asked for, as the server asks for them; safe for all threads. {@link Faults} fills it. */
public final class FaultSchedule {
    final Script<HttpFault> http = new Script<>();
    final Script<FrameFault> frames = new Script<>();
    final Script<AnswerFate> answers = new Script<>();
    final Map<String, FrameFault> codes = new ConcurrentHashMap<>();
    final Set<String> withheldPaths = ConcurrentHashMap.newKeySet();
    final Tampering tampering;
    volatile boolean keysExpired;
    volatile boolean silent;
    volatile boolean pushesMuted;
    volatile boolean byteOrderMark;
    volatile int fragmentSize;
    volatile Duration idle = Duration.ZERO;

    /** @param codes how instruments are spelled */
    public FaultSchedule(Codes codes) {
        this.tampering = new Tampering(codes);
    }

    void clear() {
        silent = false;
        pushesMuted = false;
        byteOrderMark = false;
        fragmentSize = 0;
        idle = Duration.ZERO;
        keysExpired = false;
        http.clear();
        frames.clear();
        answers.clear();
        codes.clear();
        withheldPaths.clear();
        tampering.clear();
    }

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

    /** Whether messages and bodies begin with a byte order mark. */
    public boolean hasByteOrderMark() {
        return byteOrderMark;
    }

    /** Most bytes of a fragment, 0 for no fragments. */
    public int fragmentSize() {
        return fragmentSize;
    }

    /** How long an HTTP connection may be idle, zero for as long as it likes. */
    public Duration idle() {
        return idle;
    }

    /** What happens to a request for this path. */
    public Optional<HttpFault> takeHttp(String path) {
        return http.take(path);
    }

    /** What becomes of the answer to a frame of this type. */
    public AnswerFate takeAnswer(String type) {
        return answers.take(type).orElse(AnswerFate.USUAL);
    }

    /** What is done with a frame of this type about these codes in place of obeying it; most often nothing else. */
    public Optional<FrameFault> takeFrame(String type, Set<String> named) {
        return named.stream()
                .filter(codes::containsKey)
                .map(codes::get)
                .findFirst()
                .or(() -> frames.take(type));
    }

    /** The words in which a request about these codes is refused, if it is. */
    public Optional<String> refusal(Set<String> named) {
        return named.stream()
                .map(codes::get)
                .filter(fault -> fault != null && fault.effect() == FrameFault.Effect.REFUSE)
                .map(FrameFault::words)
                .findFirst();
    }

    /** A payload as it is sent; null if it is the record of an instrument that is mute. */
    public @Nullable JsonNode sent(JsonNode payload) {
        return tampering.sent(payload);
    }
}
