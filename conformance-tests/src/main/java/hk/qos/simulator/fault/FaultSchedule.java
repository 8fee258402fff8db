package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Codes;
import hk.qos.simulator.spec.Paging;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The scheduled faults, as the server queries them; {@link Faults} fills it. Thread-safe. */
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
    volatile EndTime endTime = EndTime.USUAL;
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
        endTime = EndTime.USUAL;
        idle = Duration.ZERO;
        keysExpired = false;
        http.clear();
        frames.clear();
        answers.clear();
        codes.clear();
        withheldPaths.clear();
        tampering.clear();
    }

    /** Whether the server is silent. */
    public boolean isSilent() {
        return silent;
    }

    /** Whether pushes are disabled. */
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

    /** The largest fragment in bytes; 0 sends whole messages. */
    public int fragmentSize() {
        return fragmentSize;
    }

    /** The longest idle time of an HTTP connection; zero for no limit. */
    public Duration idle() {
        return idle;
    }

    /** The fault for a request to this path. */
    public Optional<HttpFault> takeHttp(String path) {
        return http.take(path);
    }

    /** How to send the answer to a frame of this type. */
    public AnswerFate takeAnswer(String type) {
        return answers.take(type).orElse(AnswerFate.USUAL);
    }

    /** The fault that replaces the execution of a frame of this type and these codes; usually none. */
    public Optional<FrameFault> takeFrame(String type, Set<String> named) {
        return named.stream()
                .filter(codes::containsKey)
                .map(codes::get)
                .findFirst()
                .or(() -> frames.take(type));
    }

    /** The error text that refuses a request for these codes, or null. */
    public Optional<String> refusal(Set<String> named) {
        return named.stream()
                .map(codes::get)
                .filter(fault -> fault != null && fault.effect() == FrameFault.Effect.REFUSE)
                .map(FrameFault::errorText)
                .findFirst();
    }

    /** The request as the market answers it. */
    public JsonNode asked(JsonNode request, @Nullable Paging paging) {
        return paging == null ? request : endTime.applied(request, paging);
    }

    /** The payload to send; null for a record of a muted instrument. */
    public @Nullable JsonNode sent(JsonNode payload) {
        return tampering.sent(payload);
    }
}
