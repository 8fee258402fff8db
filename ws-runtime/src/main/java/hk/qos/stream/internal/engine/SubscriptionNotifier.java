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

/** Tells those who want topics of one channel what the server has decided about them. On the loop. */
final class SubscriptionNotifier<T> {
    private final Context context;
    private final Channel<T> channel;

    SubscriptionNotifier(Context context, Channel<T> channel) {
        this.context = context;
        this.channel = channel;
    }

    /** {@code entries} are served from now on. */
    void served(List<TopicState<T>> entries) {
        Map<SubscriptionHandle<T>, Set<String>> resumed = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (TopicState<T> entry : entries) {
            entry.served();
            entry.tellGap(context);
            for (SubscriptionHandle<T> handle : entry.handles) {
                if (handle.isRestoring(entry.key)) {
                    resumed.computeIfAbsent(handle, none -> new LinkedHashSet<>())
                            .add(entry.key);
                    all.add(entry.key);
                }
                handle.active(entry.key);
            }
        }
        if (!all.isEmpty()) {
            Instant now = context.now();
            resumed.forEach((handle, some) -> handle.event(new StreamEvent.Resumed(channel.name(), some, now)));
            context.events.emit(new StreamEvent.Resumed(channel.name(), all, now));
        }
    }

    /** The server did not answer the frame that asked for {@code entries}, or, if {@code cancel}, gave them up. */
    void unanswered(List<TopicState<T>> entries, boolean cancel) {
        Map<SubscriptionHandle<T>, Set<String>> waiting = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        long left = 0;
        for (TopicState<T> entry : entries) {
            if (cancel || entry.isWanted()) {
                all.add(entry.key);
                left = Math.max(left, entry.patience.left(context.loop.nanoTime()));
            }
            if (!cancel) {
                entry.handles.forEach(handle -> waiting.computeIfAbsent(handle, none -> new LinkedHashSet<>())
                        .add(entry.key));
            }
        }
        if (!all.isEmpty()) {
            Instant now = context.now();
            Duration again = Duration.ofNanos(left);
            waiting.forEach((handle, some) ->
                    handle.event(new StreamEvent.Unanswered(channel.name(), some, cancel, again, now)));
            context.events.emit(new StreamEvent.Unanswered(channel.name(), all, cancel, again, now));
        }
    }

    /** Connections ended after {@code entry} was asked for. */
    void isolated(TopicState<T> entry, String cause, Duration again) {
        entry.event(new StreamEvent.Isolated(entry.topic, cause, again, context.now()), context);
    }

    /** {@code entry} was refused, in {@code words}; nobody wants it any more. */
    void rejected(TopicState<T> entry, String words, RuntimeException error) {
        entry.probing = false;
        boolean told = entry.isWanted();
        StreamEvent event = new StreamEvent.Rejected(entry.topic, words, context.now());
        for (SubscriptionHandle<T> handle : entry.handles) {
            handle.event(event);
            handle.rejected(entry.key, words, error);
        }
        entry.handles.clear();
        if (told) {
            context.events.emit(event);
        }
    }
}
