package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports what the server does about topics of one channel: one event for each subscription and step. On the loop. */
final class SubscriptionNotifier<T> {
    private final Context context;
    private final Events events;
    private final Channel<T> channel;
    private final List<PushListener<T>> pushListeners;

    SubscriptionNotifier(Context context, Events events, Channel<T> channel, List<PushListener<T>> pushListeners) {
        this.context = context;
        this.events = events;
        this.channel = channel;
        this.pushListeners = pushListeners;
    }

    /** The server serves {@code topics}. */
    void served(List<TopicState<T>> topics) {
        Map<SubscriptionHandle<T>, Set<String>> resumed = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (TopicState<T> topic : topics) {
            topic.served();
            topic.reportGap();
            for (SubscriptionHandle<T> handle : topic.handles()) {
                if (handle.isRestoring(topic.key)) {
                    keysOf(handle, resumed).add(topic.key);
                    all.add(topic.key);
                }
                handle.active(topic.key);
            }
        }
        if (!all.isEmpty()) {
            Instant now = context.now();
            resumed.forEach((handle, some) -> handle.event(new StreamEvent.Resumed(channel.name(), some, now)));
            event(new StreamEvent.Resumed(channel.name(), all, now));
        }
    }

    /** The server did not answer the frame that subscribed {@code topics}, or, if {@code cancel}, cancelled them. */
    void unanswered(List<TopicState<T>> topics, boolean cancel) {
        Map<SubscriptionHandle<T>, Set<String>> waiting = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        long longest = 0;
        for (TopicState<T> topic : topics) {
            if (cancel || topic.isWanted()) {
                all.add(topic.key);
                longest = Math.max(longest, topic.untilRetry());
            }
            if (!cancel) {
                topic.handles().forEach(handle -> keysOf(handle, waiting).add(topic.key));
            }
        }
        if (!all.isEmpty()) {
            Instant now = context.now();
            Duration again = Duration.ofNanos(longest);
            waiting.forEach((handle, some) ->
                    handle.event(new StreamEvent.Unanswered(channel.name(), some, cancel, again, now)));
            StreamEvent event = new StreamEvent.Unanswered(channel.name(), all, cancel, again, now);
            if (cancel) {
                events.emit(event);
            } else {
                event(event);
            }
        }
    }

    /** Sends {@code event}, which each subscription has received for its own keys, to all who listen. */
    private void event(StreamEvent event) {
        pushListeners.forEach(listener -> listener.event(event));
        events.emit(event);
    }

    private static <H> Set<String> keysOf(H handle, Map<H, Set<String>> keys) {
        return keys.computeIfAbsent(handle, none -> new LinkedHashSet<>());
    }

    /** Connections ended after {@code topic} was subscribed. */
    void isolated(TopicState<T> topic, String cause, Duration again) {
        topic.event(new StreamEvent.Isolated(topic.topic, cause, again, context.now()));
    }

    /** The server refused {@code topic}. */
    void rejected(TopicState<T> topic, String serverMessage, RuntimeException error) {
        topic.rejected(new StreamEvent.Rejected(topic.topic, serverMessage, context.now()), error);
    }
}
