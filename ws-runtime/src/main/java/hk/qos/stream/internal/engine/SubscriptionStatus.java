package hk.qos.stream.internal.engine;

import hk.qos.stream.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many wanted topics are not served or were never pushed, for an explanation.
 *
 * @param open wanted and not served
 * @param isolated wanted, not served, and subscribed alone since connections ended after them
 * @param neverPushed served, but never pushed
 */
record SubscriptionStatus(Some open, Some isolated, Some neverPushed) {

    /** The number of some topics, and the names of the first. */
    record Some(int count, List<Topic> named) {
        static Some of(Collection<TopicState<?>> topics, Predicate<TopicState<?>> which) {
            List<Topic> all = new ArrayList<>();
            topics.stream().filter(TopicState::isWanted).filter(which).forEach(topic -> all.add(topic.topic));
            all.sort(Comparator.comparing(Topic::toString));
            return new Some(all.size(), List.copyOf(all.subList(0, Math.min(Wording.MAX_NAMES, all.size()))));
        }

        String names() {
            String names = named.stream().map(Topic::toString).collect(Collectors.joining(", "));
            return " (" + names + (count > named.size() ? ", …)" : ")");
        }
    }

    static SubscriptionStatus of(Collection<TopicState<?>> topics) {
        return new SubscriptionStatus(
                Some.of(topics, topic -> !topic.isServed() && !topic.isIsolated()),
                Some.of(topics, topic -> !topic.isServed() && topic.isIsolated()),
                Some.of(topics, topic -> topic.isServed() && topic.latest() == null));
    }

    /** The topics that are not served. */
    String unserved() {
        List<String> parts = new ArrayList<>();
        if (open.count > 0 || isolated.count == 0) {
            parts.add(open.count + " subscriptions are not acknowledged yet" + (open.count > 0 ? open.names() : ""));
        }
        if (isolated.count > 0) {
            parts.add(isolated.count
                    + " subscriptions are asked for alone, less and less often, because connections ended"
                    + " after them" + isolated.names());
        }
        return String.join(", and ", parts);
    }

    /** All topics. */
    String text() {
        String served = open.count + isolated.count == 0 ? "all served" : unserved();
        return neverPushed.count == 0
                ? served
                : served + ", " + neverPushed.count + " served but never pushed so far" + neverPushed.names();
    }
}
