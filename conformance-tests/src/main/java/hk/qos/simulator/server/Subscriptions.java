package hk.qos.simulator.server;

import hk.qos.simulator.answer.Topic;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The subscriptions of one connection. Thread-safe. */
final class Subscriptions {
    /** A subscribed push. */
    record Wanted(Subscription subscription, Topic topic) {
        String label() {
            return subscription.type()
                    + topic.parameters().values().stream()
                            .map(v -> " " + v.asString())
                            .collect(Collectors.joining());
        }
    }

    private final Set<Wanted> wanted = new LinkedHashSet<>();

    /** The number of distinct instruments over all types, including these. */
    synchronized int instrumentsWith(Set<String> codes) {
        Set<String> all = new HashSet<>(codes);
        wanted.stream()
                .filter(w -> w.subscription().byInstrument())
                .forEach(w -> all.add(w.topic().key()));
        return all.size();
    }

    synchronized void add(Subscription subscription, JsonNode frame, Set<String> keys) {
        wanted.addAll(topics(subscription, frame, keys));
    }

    synchronized void remove(Subscription subscription, JsonNode frame, Set<String> keys) {
        topics(subscription, frame, keys).forEach(wanted::remove);
    }

    synchronized List<Wanted> all() {
        return List.copyOf(wanted);
    }

    /** The keys by command letters and parameters. */
    synchronized Map<String, Set<String>> view() {
        Map<String, Set<String>> view = new LinkedHashMap<>();
        for (Wanted w : wanted) {
            view.computeIfAbsent(w.label(), label -> new LinkedHashSet<>())
                    .add(w.topic().key());
        }
        return view;
    }

    private static List<Wanted> topics(StreamCommand.Subscription subscription, JsonNode frame, Set<String> keys) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        subscription.parameters().forEach(name -> parameters.put(name, frame.path(name)));
        List<Wanted> topics = new ArrayList<>();
        keys.forEach(key -> topics.add(new Wanted(subscription, new Topic(key, parameters))));
        return topics;
    }
}
