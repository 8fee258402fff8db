package hk.qos.stream.internal.engine;

import hk.qos.stream.Topic;
import hk.qos.stream.internal.io.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of topics that are served and have been mute too long. Whether a push was to be expected is the user's to say, so
 * it is asked where user code runs. On the loop but for that.
 */
final class SilenceWatch {

    /** What silence is told, and how. */
    interface Rule {
        /** What the setting is called. */
        String name();

        /** How long a topic may be mute. */
        Duration after();

        /** Whether pushes of a topic are to be expected; user code. */
        Predicate<Topic> expected();

        /** Whether the silence of a topic that is served is to be told. */
        boolean concerns(TopicState<?> entry);

        /** Tells it, of at least one. */
        void tell(List<TopicState<?>> mute);
    }

    private static final long SHORTEST_PAUSE = 1_000_000;

    private final Context context;
    private final Supplier<Collection<TopicState<?>>> topics;
    private final @Nullable Rule rule;
    private Loop.@Nullable Timer timer;
    private boolean asking;

    /** @param rule {@code null} for none */
    SilenceWatch(Context context, Supplier<Collection<TopicState<?>>> topics, @Nullable Rule rule) {
        this.context = context;
        this.topics = topics;
        this.rule = rule;
    }

    void start() {
        if (rule != null) {
            look(rule);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void look(Rule watched) {
        long after = watched.after().toNanos();
        long pause = after;
        List<TopicState<?>> mute = new ArrayList<>();
        for (TopicState<?> entry : topics.get()) {
            if (!isWatched(watched, entry)) {
                continue;
            }
            long age = entry.age();
            if (age >= after) {
                mute.add(entry);
            } else {
                pause = Math.min(pause, after - age);
            }
        }
        ask(watched, mute);
        timer = context.loop.schedule(Math.max(pause, SHORTEST_PAUSE), () -> look(watched));
    }

    private static boolean isWatched(Rule watched, TopicState<?> entry) {
        return entry.isServed() && entry.isWanted() && watched.concerns(entry);
    }

    private void ask(Rule watched, List<TopicState<?>> mute) {
        if (mute.isEmpty() || asking) {
            return;
        }
        asking = true;
        try {
            context.environment
                    .delivery()
                    .execute(() ->
                            context.userCode.call("the predicate of " + watched.name(), () -> answer(watched, mute)));
        } catch (Throwable refusal) {
            // Those who would hear of it cannot be reached either; they are asked again.
            asking = false;
        }
    }

    /** Where user code runs. */
    private void answer(Rule watched, List<TopicState<?>> mute) {
        List<TopicState<?>> missed =
                mute.stream().filter(entry -> isExpected(watched, entry.topic)).toList();
        context.post(() -> {
            asking = false;
            tell(watched, missed);
        });
    }

    private boolean isExpected(Rule watched, Topic topic) {
        long start = System.nanoTime();
        boolean failed = true;
        boolean expected = false;
        try {
            expected = watched.expected().test(topic);
            failed = false;
        } catch (Throwable e) {
            context.events.failed(e);
        }
        context.metrics.callback(topic.channel(), Duration.ofNanos(System.nanoTime() - start), failed);
        return expected;
    }

    /** They may have been pushed, lost or given up meanwhile. */
    private void tell(Rule watched, List<TopicState<?>> missed) {
        long after = watched.after().toNanos();
        List<TopicState<?>> still = missed.stream()
                .filter(entry -> timer != null && isWatched(watched, entry) && entry.age() >= after)
                .toList();
        if (!still.isEmpty()) {
            watched.tell(still);
        }
    }
}
