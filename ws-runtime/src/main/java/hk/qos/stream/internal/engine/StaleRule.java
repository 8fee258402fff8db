package hk.qos.stream.internal.engine;

import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Topics that went mute, or never spoke on this connection: each is told once until it is pushed again. */
record StaleRule(Context context, Staleness setting) implements SilenceWatch.Rule {

    static SilenceWatch.@Nullable Rule of(Context context) {
        Staleness setting = context.options.staleness();
        return setting == null ? null : new StaleRule(context, setting);
    }

    @Override
    public String name() {
        return "staleness";
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
        return !entry.stale;
    }

    @Override
    public void tell(List<TopicState<?>> mute) {
        for (TopicState<?> entry : mute) {
            entry.stale = true;
            Duration age = Duration.ofNanos(entry.age());
            entry.event(new StreamEvent.Stale(entry.topic, age, context.now()), context);
        }
    }
}
