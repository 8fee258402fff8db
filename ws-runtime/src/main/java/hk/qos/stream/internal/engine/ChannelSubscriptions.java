package hk.qos.stream.internal.engine;

import hk.qos.stream.SubscribeMode;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.engine.TopicState.AtServer;
import hk.qos.stream.spi.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The topics of one channel: what is wanted against what the server serves, and the frames that make them agree. */
final class ChannelSubscriptions<T> {
    final Channel<T> channel;
    private final Context context;
    private final Subscriptions owner;
    private final Map<String, TopicState<T>> entries = new LinkedHashMap<>();
    final KeyIsolation<T> isolation;
    private final RefusalBisector<T> bisection = new RefusalBisector<>(entries, this::reject);
    private final SubscriptionNotifier<T> notices;
    private boolean restoring;

    ChannelSubscriptions(Context context, Subscriptions owner, Channel<T> channel) {
        this.context = context;
        this.owner = owner;
        this.channel = channel;
        this.notices = new SubscriptionNotifier<>(context, channel);
        this.isolation = new KeyIsolation<>(context, entries, notices);
    }

    // ------------------------------------------------------------------ what is wanted

    void add(SubscriptionHandle<T> handle, String key) {
        TopicState<T> entry = entries.computeIfAbsent(key, missing -> {
            TopicState<T> fresh = new TopicState<>(key, channel, context);
            owner.known(fresh);
            return fresh;
        });
        entry.add(handle);
    }

    void remove(SubscriptionHandle<T> handle, String key) {
        TopicState<T> entry = entries.get(key);
        if (entry != null && entry.handles.remove(handle) && !entry.isWanted()) {
            entry.gapSince = null;
            entry.latest = null;
            entry.patience.forget();
            context.recoveries.forget(entry);
            isolation.clear(List.of(key));
            forget(entry);
        }
    }

    private void forget(TopicState<T> entry) {
        if (entry.isForgettable()) {
            entries.remove(entry.key);
            owner.unknown(entry);
        }
    }

    /** Whether the server serves all that is wanted, but for what connections ended after while it served the others. */
    boolean isSettled() {
        return entries.values().stream()
                .noneMatch(entry ->
                        entry.isWanted() && entry.atServer != AtServer.SERVED && !isolation.isStruck(entry.key));
    }

    /** Nanoseconds until something that is left alone may be sent; {@link Long#MAX_VALUE} if nothing is. */
    long left() {
        long now = context.loop.nanoTime();
        long least = Long.MAX_VALUE;
        for (TopicState<T> entry : entries.values()) {
            long left = entry.atServer == AtServer.UNCLEAR ? entry.patience.left(now) : 0;
            least = left > 0 ? Math.min(least, left) : least;
        }
        long left = isolation.left();
        return left > 0 ? Math.min(least, left) : least;
    }

    /** How many frames it takes to ask for what is missing. */
    int framesMissing() {
        long missing = entries.values().stream().filter(TopicState::isMissing).count();
        int most = context.options.maxKeysPerFrame();
        return (int) ((missing + most - 1) / most);
    }

    /** Whether the server has yet to be told, or to agree, that nobody wants {@code key} any more. */
    boolean isLeaving(String key) {
        TopicState<T> entry = entries.get(key);
        return entry != null && entry.isLeaving();
    }

    // ------------------------------------------------------------------ what is sent

    boolean isRestoring() {
        return restoring;
    }

    /** The next frame that subscribes, if one is needed and allowed, but for isolated keys. */
    @Nullable
    SubscribeFrame<T> nextSubscribe() {
        if (isFullSet() && entries.values().stream().anyMatch(entry -> entry.atServer == AtServer.ASKED)) {
            // A frame would replace the one under way, without knowing which of its keys the server accepts.
            return null;
        }
        List<String> free = new ArrayList<>();
        for (TopicState<T> entry : entries.values()) {
            if (entry.isMissing() && !entry.probing && !isolation.contains(entry.key)) {
                free.add(entry.key);
            }
        }
        if (!free.isEmpty()) {
            int most = context.options.maxKeysPerFrame();
            return frame(free.size() > most ? List.copyOf(free.subList(0, most)) : free, null, null);
        }
        restoring = false;
        Probe half = bisection.next();
        return half == null ? null : frame(bisection.inQuestion(half), half, null);
    }

    /** The frame that asks for isolated keys. */
    SubscribeFrame<T> isolated(PoisonKeyDetector.Group group) {
        return frame(isolation.keys(group), null, group);
    }

    private boolean isFullSet() {
        return context.options.subscribeMode() == SubscribeMode.FULL_SET;
    }

    private SubscribeFrame<T> frame(List<String> keys, @Nullable Probe probe, PoisonKeyDetector.@Nullable Group group) {
        Set<String> named = new LinkedHashSet<>();
        if (isFullSet()) {
            entries.values().stream()
                    .filter(entry -> entry.atServer == AtServer.SERVED)
                    .forEach(entry -> addOrLeaveOut(entry, named));
        }
        named.addAll(keys);
        long now = context.loop.nanoTime();
        each(keys, entry -> {
            entry.atServer = AtServer.ASKED;
            entry.lastSign = now;
            entry.pushedSinceAsked = false;
        });
        return new SubscribeFrame<>(this, channel.subscribe(List.copyOf(named)), keys, probe, group);
    }

    /** Whether a server stops to serve what is left out is its secret. */
    private void addOrLeaveOut(TopicState<T> served, Set<String> named) {
        if (served.isWanted()) {
            named.add(served.key);
        } else {
            served.unclear();
        }
    }

    @Nullable
    CancelFrame<T> nextCancel() {
        List<String> keys = new ArrayList<>();
        for (TopicState<T> entry : entries.values()) {
            if (entry.isSurplus() && keys.size() < context.options.maxKeysPerFrame()) {
                keys.add(entry.key);
            }
        }
        if (keys.isEmpty()) {
            return null;
        }
        each(keys, entry -> entry.atServer = AtServer.CANCELLING);
        return new CancelFrame<>(this, channel.cancel(keys), keys);
    }

    // ------------------------------------------------------------------ what is answered

    void acknowledged(SubscribeFrame<T> frame) {
        survived(frame);
        notices.served(known(frame.keys));
        bisection.decided(frame.probe, null);
        owner.acknowledged();
    }

    void refused(SubscribeFrame<T> frame, String words) {
        survived(frame);
        each(frame.keys, TopicState::refused);
        if (frame.probe != null) {
            bisection.decided(frame.probe, words);
        } else if (frame.keys.size() == 1) {
            reject(frame.keys, entry -> true, words);
        } else {
            bisection.begin(frame.keys);
        }
        owner.changed();
    }

    /** Rejects those of {@code keys} that pass {@code which}: a key given up and wanted anew meanwhile was not refused. */
    private void reject(List<String> keys, Predicate<TopicState<T>> which, String words) {
        RuntimeException error = context.dialect.refused(channel.subscribe(keys), words);
        each(keys, entry -> {
            if (which.test(entry)) {
                notices.rejected(entry, words, error);
            }
        });
        forgetIdle();
    }

    /** No answer came: what was pushed meanwhile is served, the rest is asked for again. */
    void unanswered(SubscribeFrame<T> frame) {
        List<TopicState<T>> served = new ArrayList<>();
        List<TopicState<T>> unclear = new ArrayList<>();
        each(frame.keys, entry -> (entry.pushedSinceAsked ? served : unclear).add(entry));
        notices.served(served);
        unclear.forEach(TopicState::unanswered);
        notices.unanswered(unclear, false);
        bisection.decided(frame.probe, null);
        owner.unanswered();
    }

    void cancelled(List<String> keys) {
        each(keys, TopicState::cancelled);
        forgetIdle();
        owner.changed();
    }

    void cancelUnanswered(List<String> keys) {
        each(keys, TopicState::unanswered);
        notices.unanswered(known(keys), true);
        owner.unanswered();
    }

    // ------------------------------------------------------------------ what arrives, and what is lost

    void push(String key, Received<T> data) {
        TopicState<T> entry = entries.get(key);
        // While a cancel is under way the pushes are the old subscription's: a new one would begin with a hole.
        if (entry == null || !entry.isWanted() || entry.atServer == AtServer.CANCELLING) {
            context.metrics.orphan(channel.name());
            return;
        }
        entry.push(data, context);
    }

    /** The connection is gone. {@code since} is when the server was last known to serve. */
    void lost(Instant since, String cause) {
        bisection.forget();
        for (TopicState<T> entry : entries.values()) {
            entry.lost(since, cause);
        }
        forgetIdle();
        restoring = !entries.isEmpty();
    }

    /** The connection ended right after {@code frame}. */
    void blame(SubscribeFrame<T> frame, boolean othersServed, String cause) {
        isolation.blame(frame, othersServed, cause);
    }

    private void survived(SubscribeFrame<T> frame) {
        isolation.clear(frame.keys);
        if (frame.suspects != null) {
            owner.survived();
        }
    }

    private void forgetIdle() {
        List.copyOf(entries.values()).forEach(this::forget);
    }

    private List<TopicState<T>> known(List<String> keys) {
        List<TopicState<T>> known = new ArrayList<>();
        each(keys, known::add);
        return known;
    }

    private void each(List<String> keys, Consumer<TopicState<T>> action) {
        for (String key : keys) {
            TopicState<T> entry = entries.get(key);
            if (entry != null) {
                action.accept(entry);
            }
        }
    }
}
