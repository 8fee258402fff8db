package hk.qos.stream.internal.engine;

import hk.qos.stream.FirstPush;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Topics that were acknowledged and never pushed: each is told once while it is wanted, all of a channel together. */
record FirstPushRule(Context context, FirstPush setting) implements SilenceWatch.Rule {

    static SilenceWatch.@Nullable Rule of(Context context) {
        FirstPush setting = context.options.firstPush();
        return setting == null ? null : new FirstPushRule(context, setting);
    }

    @Override
    public String name() {
        return "first pushes";
    }

    @Override
    public Duration after() {
        return setting.after();
    }

    @Override
    public Predicate<Topic> expected() {
        return setting.expected();
    }

    @Override
    public boolean concerns(TopicState<?> entry) {
        return entry.isUnheard() && !entry.toldUnheard;
    }

    @Override
    public void tell(List<TopicState<?>> mute) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        Map<SubscriptionHandle<?>, Set<String>> each = new LinkedHashMap<>();
        for (TopicState<?> entry : mute) {
            entry.toldUnheard = true;
            all.computeIfAbsent(entry.channel.name(), none -> new LinkedHashSet<>())
                    .add(entry.key);
            entry.handles.forEach(handle ->
                    each.computeIfAbsent(handle, none -> new LinkedHashSet<>()).add(entry.key));
        }
        Instant now = context.now();
        each.forEach((handle, keys) -> handle.event(event(handle.channel(), keys, now)));
        all.forEach((channel, keys) -> context.events.emit(event(channel, keys, now)));
    }

    private StreamEvent event(String channel, Set<String> keys, Instant now) {
        return new StreamEvent.NeverPushed(channel, keys, after(), now);
    }
}
