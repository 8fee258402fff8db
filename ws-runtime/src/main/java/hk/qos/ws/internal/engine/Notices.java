package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.spi.Channel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells those who want topics of one channel what the server has decided about them. On the loop. */
final class Notices<T> {
    private final Context context;
    private final Channel<T> channel;

    Notices(Context context, Channel<T> channel) {
        this.context = context;
        this.channel = channel;
    }

    /** {@code entries} are served from now on. */
    void served(List<KeyEntry<T>> entries) {
        Map<Handle<T>, Set<String>> resumed = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (KeyEntry<T> entry : entries) {
            entry.served();
            entry.tellGap(context);
            for (Handle<T> handle : entry.handles) {
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

    /** {@code entry} was refused, in {@code words}; nobody wants it any more. */
    void rejected(KeyEntry<T> entry, String words, RuntimeException error) {
        entry.probing = false;
        boolean told = entry.isWanted();
        StreamEvent event = new StreamEvent.Rejected(entry.topic, words, context.now());
        for (Handle<T> handle : entry.handles) {
            handle.event(event);
            handle.rejected(entry.key, words, error);
        }
        entry.handles.clear();
        if (told) {
            context.events.emit(event);
        }
    }
}
