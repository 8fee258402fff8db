package hk.qos.ws.internal.engine;

import hk.qos.ws.Staleness;
import hk.qos.ws.StreamEvent;
import hk.qos.ws.Topic;
import hk.qos.ws.internal.engine.KeyEntry.AtServer;
import hk.qos.ws.internal.io.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Raises {@link StreamEvent.Stale} for topics that are served and have been mute too long. Whether a push was to be
 * expected is the user's to say, so it is asked where user code runs. On the loop but for that.
 */
final class StalenessWatch {
    private static final long SHORTEST_PAUSE = 1_000_000;

    private final Context context;
    private final Supplier<Collection<KeyEntry<?>>> topics;
    private final @Nullable Staleness setting;
    private Loop.@Nullable Timer timer;
    private boolean asking;

    StalenessWatch(Context context, Supplier<Collection<KeyEntry<?>>> topics) {
        this.context = context;
        this.topics = topics;
        this.setting = context.options.staleness();
    }

    void start() {
        if (setting != null) {
            look(setting);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void look(Staleness watched) {
        long after = watched.after().toNanos();
        long pause = after;
        List<KeyEntry<?>> mute = new ArrayList<>();
        for (KeyEntry<?> entry : topics.get()) {
            if (!isWatched(entry)) {
                continue;
            }
            long age = age(entry);
            if (age >= after) {
                mute.add(entry);
            } else {
                pause = Math.min(pause, after - age);
            }
        }
        ask(watched, mute);
        timer = context.loop.schedule(Math.max(pause, SHORTEST_PAUSE), () -> look(watched));
    }

    private static boolean isWatched(KeyEntry<?> entry) {
        return entry.atServer == AtServer.SERVED && entry.isWanted() && !entry.stale;
    }

    private long age(KeyEntry<?> entry) {
        return context.loop.nanoTime() - entry.lastSign;
    }

    private void ask(Staleness watched, List<KeyEntry<?>> mute) {
        if (mute.isEmpty() || asking) {
            return;
        }
        asking = true;
        try {
            context.environment
                    .delivery()
                    .execute(() -> context.userCode.call("the predicate of staleness", () -> answer(watched, mute)));
        } catch (Throwable refusal) {
            // Those who would hear of it cannot be reached either; they are asked again.
            asking = false;
        }
    }

    /** Where user code runs. */
    private void answer(Staleness watched, List<KeyEntry<?>> mute) {
        List<KeyEntry<?>> stale =
                mute.stream().filter(entry -> isExpected(watched, entry.topic)).toList();
        context.post(() -> {
            asking = false;
            stale.forEach(entry -> tell(watched, entry));
        });
    }

    private boolean isExpected(Staleness watched, Topic topic) {
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

    /** It may have been pushed, lost or given up meanwhile. */
    private void tell(Staleness watched, KeyEntry<?> entry) {
        long age = age(entry);
        if (timer != null && isWatched(entry) && age >= watched.after().toNanos()) {
            entry.stale = true;
            entry.event(new StreamEvent.Stale(entry.topic, Duration.ofNanos(age), context.now()), context);
        }
    }
}
