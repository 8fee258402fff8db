package hk.qos.stream.internal.engine;

import hk.qos.stream.FirstPush;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports topics that are served but have not been pushed for too long. The user's predicate decides whether pushes were to
 * be expected; it is called on the executor of deliveries. All else is on the loop.
 */
final class SilenceWatch {
    private static final long SHORTEST_PAUSE = 1_000_000;

    /** Which silence is reported, and as what. */
    private interface Rule {
        /** The name of the setting, for log lines. */
        String name();

        /** How long a topic may be silent. */
        Duration after();

        /** Whether pushes of a topic are to be expected; user code. */
        Predicate<Topic> expected();

        /** Whether the silence of a topic is still to be reported. */
        boolean concerns(TopicState<?> topic);

        /** Reports the silence of {@code topics}, at least one. */
        void report(List<TopicState<?>> topics);
    }

    private final Context context;
    private final StreamMetrics metrics;
    private final Events events;
    private final UserCallTracker userCode;
    private final Supplier<Collection<TopicState<?>>> topics;
    private final @Nullable Rule rule;
    private Loop.@Nullable Timer timer;
    private boolean asking;

    private SilenceWatch(
            Context context,
            StreamMetrics metrics,
            Events events,
            UserCallTracker userCode,
            Supplier<Collection<TopicState<?>>> topics,
            @Nullable Rule rule) {
        this.context = context;
        this.metrics = metrics;
        this.events = events;
        this.userCode = userCode;
        this.topics = topics;
        this.rule = rule;
    }

    /** Reports {@link StreamEvent.Stale} once for each topic, until it is pushed again or the connection ends. */
    static SilenceWatch ofStaleness(
            Context context,
            StreamMetrics metrics,
            Events events,
            UserCallTracker userCode,
            Supplier<Collection<TopicState<?>>> topics) {
        Staleness setting = context.options().staleness();
        Rule rule = setting == null ? null : new StaleRule(context, setting);
        return new SilenceWatch(context, metrics, events, userCode, topics, rule);
    }

    /** Reports {@link StreamEvent.NeverPushed} once for each topic while it is wanted, all keys of a channel together. */
    static SilenceWatch ofFirstPush(
            Context context,
            StreamMetrics metrics,
            Events events,
            UserCallTracker userCode,
            Supplier<Collection<TopicState<?>>> topics) {
        FirstPush setting = context.options().firstPush();
        Rule rule = setting == null ? null : new FirstPushRule(context, events, setting);
        return new SilenceWatch(context, metrics, events, userCode, topics, rule);
    }

    void start() {
        if (rule != null) {
            check(rule);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void check(Rule watched) {
        long after = watched.after().toNanos();
        long pause = after;
        List<TopicState<?>> silent = new ArrayList<>();
        for (TopicState<?> topic : topics.get()) {
            if (!isWatched(watched, topic)) {
                continue;
            }
            long silence = topic.silence().toNanos();
            if (silence >= after) {
                silent.add(topic);
            } else {
                pause = Math.min(pause, after - silence);
            }
        }
        ask(watched, silent);
        timer = context.loop().schedule(Math.max(pause, SHORTEST_PAUSE), () -> check(watched));
    }

    private static boolean isWatched(Rule watched, TopicState<?> topic) {
        return topic.isServed() && topic.isWanted() && watched.concerns(topic);
    }

    private void ask(Rule watched, List<TopicState<?>> silent) {
        if (silent.isEmpty() || asking) {
            return;
        }
        asking = true;
        try {
            context.environment()
                    .delivery()
                    .execute(() ->
                            userCode.call("the predicate of " + watched.name(), () -> callPredicate(watched, silent)));
        } catch (Throwable rejection) {
            // The events could not be delivered either; the next check asks again.
            asking = false;
        }
    }

    /** On the executor of deliveries. */
    private void callPredicate(Rule watched, List<TopicState<?>> silent) {
        List<TopicState<?>> unexpected = silent.stream()
                .filter(topic -> isPushExpected(watched, topic.topic))
                .toList();
        context.post(() -> {
            asking = false;
            report(watched, unexpected);
        });
    }

    private boolean isPushExpected(Rule watched, Topic topic) {
        long start = context.nanoTime();
        boolean failed = true;
        boolean expected = false;
        try {
            expected = watched.expected().test(topic);
            failed = false;
        } catch (Throwable e) {
            events.failed(e);
        }
        metrics.callback(topic.channel(), Duration.ofNanos(context.nanoTime() - start), failed);
        return expected;
    }

    /** Reports those that have not been pushed, lost or given up while the predicate was called. */
    private void report(Rule watched, List<TopicState<?>> unexpected) {
        List<TopicState<?>> still = unexpected.stream()
                .filter(topic -> timer != null
                        && isWatched(watched, topic)
                        && topic.silence().compareTo(watched.after()) >= 0)
                .toList();
        if (!still.isEmpty()) {
            watched.report(still);
        }
    }

    private record StaleRule(Context context, Staleness setting) implements Rule {
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
        public boolean concerns(TopicState<?> topic) {
            return !topic.isReportedStale();
        }

        @Override
        public void report(List<TopicState<?>> topics) {
            for (TopicState<?> topic : topics) {
                topic.reportedStale();
                topic.event(new StreamEvent.Stale(topic.topic, topic.silence(), context.now()));
            }
        }
    }

    private record FirstPushRule(Context context, Events events, FirstPush setting) implements Rule {
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
        public boolean concerns(TopicState<?> topic) {
            return topic.latest() == null && !topic.isReportedNeverPushed();
        }

        @Override
        public void report(List<TopicState<?>> topics) {
            Map<String, Set<String>> all = new LinkedHashMap<>();
            Map<SubscriptionHandle<?>, Set<String>> each = new LinkedHashMap<>();
            Map<String, List<? extends PushListener<?>>> listeners = new LinkedHashMap<>();
            for (TopicState<?> topic : topics) {
                topic.reportedNeverPushed();
                all.computeIfAbsent(topic.channel.name(), none -> new LinkedHashSet<>())
                        .add(topic.key);
                listeners.put(topic.channel.name(), topic.pushListeners());
                topic.handles()
                        .forEach(handle -> each.computeIfAbsent(handle, none -> new LinkedHashSet<>())
                                .add(topic.key));
            }
            Instant now = context.now();
            each.forEach((handle, keys) -> handle.event(event(handle.channel(), keys, now)));
            all.forEach((channel, keys) -> {
                StreamEvent event = event(channel, keys, now);
                listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.event(event));
                events.emit(event);
            });
        }

        private StreamEvent event(String channel, Set<String> keys, Instant now) {
            return new StreamEvent.NeverPushed(channel, keys, after(), now);
        }
    }
}
