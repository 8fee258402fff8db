package hk.qos.stream.internal.engine;

import hk.qos.stream.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the server stands to what is wanted, for people.
 *
 * @param open wanted and not served
 * @param isolated those that connections ended after
 * @param unheard served, and never pushed
 */
record SubscriptionStatus(Some open, Some isolated, Some unheard) {
    private static final int NAMED = 3;

    /** So many topics, and the names of a few. */
    record Some(int count, List<Topic> named) {
        static Some of(Collection<TopicState<?>> topics, Predicate<TopicState<?>> which) {
            List<Topic> all = new ArrayList<>();
            topics.stream().filter(TopicState::isWanted).filter(which).forEach(entry -> all.add(entry.topic));
            all.sort(Comparator.comparing(Topic::toString));
            return new Some(all.size(), List.copyOf(all.subList(0, Math.min(NAMED, all.size()))));
        }

        String names() {
            String names = named.stream().map(Topic::toString).collect(Collectors.joining(", "));
            return " (" + names + (count > named.size() ? ", …)" : ")");
        }
    }

    static SubscriptionStatus of(Collection<TopicState<?>> topics) {
        return new SubscriptionStatus(
                Some.of(topics, entry -> !entry.isServed() && !entry.isIsolated()),
                Some.of(topics, entry -> !entry.isServed() && entry.isIsolated()),
                Some.of(topics, entry -> entry.isServed() && entry.isUnheard()));
    }

    /** What is not served. */
    String unserved() {
        List<String> parts = new ArrayList<>();
        if (open.count > 0 || isolated.count == 0) {
            parts.add(open.count + " subscriptions are not acknowledged yet" + (open.count > 0 ? open.names() : ""));
        }
        if (isolated.count > 0) {
            parts.add(
                    isolated.count + " subscriptions are asked for alone, and ever more rarely, since connections ended"
                            + " after them" + isolated.names());
        }
        return String.join(", and ", parts);
    }

    /** All of it. */
    String text() {
        String served = open.count + isolated.count == 0 ? "all served" : unserved();
        return unheard.count == 0
                ? served
                : served + ", " + unheard.count + " served without any push so far" + unheard.names();
    }
}
