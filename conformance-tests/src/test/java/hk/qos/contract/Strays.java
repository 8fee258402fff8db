package hk.qos.contract;

import hk.qos.client.model.InstrumentCodes;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Unexpected frames of a stream. Pushes of topics that were once subscribed do not count. */
final class Strays {
    private static final Api API = Api.standard();
    private static final Envelope ENVELOPE = API.stream().envelope();
    private static final int MAX_FRAME_LENGTH = 160;

    private final Set<List<String>> subscribed = new HashSet<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /**
     * Frames of one form.
     *
     * @param first the first of them, shortened
     * @param times how many there were
     */
    record Seen(String first, int times) {}

    /** Remembers the topic of a push that a subscription will cause. */
    void subscribe(Subscription subscription, JsonNode push) {
        subscribed.add(topic(subscription, push));
    }

    /** Whether a frame is a push of a topic that was subscribed. */
    boolean isSubscribed(JsonNode frame) {
        return subscription(frame.path(ENVELOPE.push()).asString(""))
                .filter(s -> subscribed.contains(topic(s, frame)))
                .isPresent();
    }

    /** The subscription whose pushes have this type. */
    static Optional<Subscription> subscription(String type) {
        return API.stream().all().stream()
                .map(StreamCommand::subscription)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(s -> s.type().equals(type))
                .findFirst();
    }

    static List<String> topic(Subscription subscription, JsonNode push) {
        List<String> topic = new ArrayList<>(List.of(subscription.type(), key(subscription, push)));
        subscription.parameters().forEach(name -> topic.add(push.path(name).toString()));
        return topic;
    }

    /** The key of a push, that of an instrument canonical; empty if it has none. */
    static String key(Subscription subscription, JsonNode push) {
        String key = push.path(subscription.key()).asString("");
        return subscription.byInstrument() && key.contains(":") ? InstrumentCodes.canonical(key) : key;
    }

    /** Adds an unexpected frame. */
    void add(JsonNode frame) {
        if (!isSubscribed(frame)) {
            String text = frame.isString() ? frame.asString() : frame.toString();
            String shown = text.length() <= MAX_FRAME_LENGTH ? text : text.substring(0, MAX_FRAME_LENGTH) + "...";
            String form = frame.path(ENVELOPE.answer()) + " " + frame.path(ENVELOPE.push()) + " "
                    + new TreeSet<>(frame.propertyNames());
            seen.merge(form, new Seen(shown, 1), (old, one) -> new Seen(old.first(), old.times() + 1));
        }
    }

    /** The frames of each form. */
    List<Seen> seen() {
        return List.copyOf(seen.values());
    }

    /** How many there are of all forms. */
    int count() {
        return seen.values().stream().mapToInt(Seen::times).sum();
    }
}
