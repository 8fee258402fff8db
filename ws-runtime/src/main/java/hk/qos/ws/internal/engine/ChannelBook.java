package hk.qos.ws.internal.engine;

import hk.qos.ws.SubscribeMode;
import hk.qos.ws.internal.delivery.Stamped;
import hk.qos.ws.internal.engine.KeyEntry.AtServer;
import hk.qos.ws.spi.Channel;
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
final class ChannelBook<T> {
    final Channel<T> channel;
    private final Context context;
    private final Subscriptions owner;
    private final Map<String, KeyEntry<T>> entries = new LinkedHashMap<>();
    private final Suspects suspects = new Suspects();
    private final Bisection<T> bisection = new Bisection<>(entries, this::reject);
    private final Notices<T> notices;
    private boolean restoring;

    ChannelBook(Context context, Subscriptions owner, Channel<T> channel) {
        this.context = context;
        this.owner = owner;
        this.channel = channel;
        this.notices = new Notices<>(context, channel);
    }

    // ------------------------------------------------------------------ what is wanted

    void add(Handle<T> handle, String key) {
        KeyEntry<T> entry = entries.computeIfAbsent(key, missing -> {
            KeyEntry<T> fresh = new KeyEntry<>(key, channel, context);
            owner.known(fresh);
            return fresh;
        });
        entry.handles.add(handle);
        if (entry.atServer == AtServer.SERVED) {
            handle.active(key);
        }
    }

    void remove(Handle<T> handle, String key) {
        KeyEntry<T> entry = entries.get(key);
        if (entry != null && entry.handles.remove(handle) && !entry.isWanted()) {
            entry.gapSince = null;
            entry.latest = null;
            context.recoveries.forget(entry);
            suspects.clear(List.of(key));
            forget(entry);
        }
    }

    private void forget(KeyEntry<T> entry) {
        if (entry.isForgettable()) {
            entries.remove(entry.key);
            owner.unknown(entry);
        }
    }

    /** Whether the server serves all that is wanted. */
    boolean isSettled() {
        return entries.values().stream().noneMatch(entry -> entry.isWanted() && entry.atServer != AtServer.SERVED);
    }

    /** How many frames it takes to ask for what is missing. */
    int framesMissing() {
        long missing = entries.values().stream().filter(KeyEntry::isMissing).count();
        int most = context.options.maxKeysPerFrame();
        return (int) ((missing + most - 1) / most);
    }

    /** Whether the server has yet to be told, or to agree, that nobody wants {@code key} any more. */
    boolean isLeaving(String key) {
        KeyEntry<T> entry = entries.get(key);
        return entry != null && entry.isLeaving();
    }

    // ------------------------------------------------------------------ what is sent

    boolean isRestoring() {
        return restoring;
    }

    /** Whether the server must say something before these keys are risked again. */
    boolean needsProof() {
        return !suspects.isEmpty() && entries.values().stream().anyMatch(KeyEntry::isMissing);
    }

    /**
     * The next frame that subscribes, if one is needed and allowed.
     *
     * @param safe whether the connection has proved itself and no other such frame is open, so that its end could be
     *     blamed on this one
     */
    @Nullable
    SubscribeFrame<T> nextSubscribe(boolean safe) {
        if (isFullSet() && entries.values().stream().anyMatch(entry -> entry.atServer == AtServer.ASKED)) {
            // A frame would replace the one under way, without knowing which of its keys the server accepts.
            return null;
        }
        List<String> free = new ArrayList<>();
        for (KeyEntry<T> entry : entries.values()) {
            if (entry.isMissing() && !entry.probing && !suspects.isIsolated(entry.key)) {
                free.add(entry.key);
            }
        }
        if (!free.isEmpty()) {
            if (!safe && suspects.touches(free)) {
                return null;
            }
            int most = context.options.maxKeysPerFrame();
            return frame(free.size() > most ? List.copyOf(free.subList(0, most)) : free, null, null);
        }
        restoring = false;
        Probe half = bisection.next();
        if (half != null) {
            return frame(bisection.inQuestion(half), half, null);
        }
        return safe ? nextIsolated() : null;
    }

    private boolean isFullSet() {
        return context.options.subscribeMode() == SubscribeMode.FULL_SET;
    }

    private @Nullable SubscribeFrame<T> nextIsolated() {
        Predicate<String> sendable = this::isMissing;
        Suspects.Group group = suspects.nextIsolated(sendable);
        return group == null ? null : frame(Suspects.keys(group, sendable), null, group);
    }

    private boolean isMissing(String key) {
        KeyEntry<T> entry = entries.get(key);
        return entry != null && entry.isMissing();
    }

    private SubscribeFrame<T> frame(List<String> keys, @Nullable Probe probe, Suspects.@Nullable Group group) {
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
    private void addOrLeaveOut(KeyEntry<T> served, Set<String> named) {
        if (served.isWanted()) {
            named.add(served.key);
        } else {
            served.unclear();
        }
    }

    @Nullable
    CancelFrame<T> nextCancel() {
        List<String> keys = new ArrayList<>();
        for (KeyEntry<T> entry : entries.values()) {
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
        suspects.clear(frame.keys);
        notices.served(known(frame.keys));
        bisection.decided(frame.probe, null);
        owner.answered();
    }

    void refused(SubscribeFrame<T> frame, String words) {
        suspects.clear(frame.keys);
        each(frame.keys, KeyEntry::refused);
        if (frame.probe != null) {
            bisection.decided(frame.probe, words);
        } else if (frame.keys.size() == 1) {
            reject(frame.keys, entry -> true, words);
        } else {
            bisection.begin(frame.keys);
        }
        owner.answered();
    }

    /** Rejects those of {@code keys} that pass {@code which}: a key given up and wanted anew meanwhile was not refused. */
    private void reject(List<String> keys, Predicate<KeyEntry<T>> which, String words) {
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
        List<KeyEntry<T>> served = new ArrayList<>();
        each(frame.keys, entry -> {
            if (entry.pushedSinceAsked) {
                served.add(entry);
            } else {
                entry.unclear();
            }
        });
        notices.served(served);
        bisection.decided(frame.probe, null);
        owner.unanswered(served.size() < frame.keys.size());
    }

    void cancelled(List<String> keys) {
        each(keys, KeyEntry::cancelled);
        forgetIdle();
        owner.answered();
    }

    void cancelUnanswered(List<String> keys) {
        each(keys, KeyEntry::unclear);
        owner.unanswered(true);
    }

    // ------------------------------------------------------------------ what arrives, and what is lost

    void push(String key, Stamped<T> data) {
        KeyEntry<T> entry = entries.get(key);
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
        for (KeyEntry<T> entry : entries.values()) {
            entry.lost(since, cause);
        }
        forgetIdle();
        restoring = !entries.isEmpty();
    }

    /** The connection ended right after {@code frame}. */
    void blame(SubscribeFrame<T> frame, boolean proven, String cause) {
        String condemned = suspects.blame(frame.keys, frame.suspects, proven);
        if (condemned != null) {
            reject(
                    List.of(condemned),
                    entry -> true,
                    "the connection ended each time after this was asked for; the last time: " + cause);
        }
    }

    private void forgetIdle() {
        List.copyOf(entries.values()).forEach(this::forget);
    }

    private List<KeyEntry<T>> known(List<String> keys) {
        List<KeyEntry<T>> known = new ArrayList<>();
        each(keys, known::add);
        return known;
    }

    private void each(List<String> keys, Consumer<KeyEntry<T>> action) {
        for (String key : keys) {
            KeyEntry<T> entry = entries.get(key);
            if (entry != null) {
                action.accept(entry);
            }
        }
    }
}
