package hk.qos.stream.internal.engine;

import hk.qos.stream.Latest;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.engine.ChannelSubscriptions.SubscribingFrame;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.recovery.GapRecoverer;
import hk.qos.stream.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All subscriptions of a stream, by channel. On the loop, except methods that say otherwise. */
final class Subscriptions implements ChannelSubscriptions.Owner, SubscriptionHandle.Owner {
    private final Context context;
    private final StreamMetrics metrics;
    private final Events events;
    private final Mailboxes mailboxes;
    private final FutureCompleter futures;
    private final GapRecoverer gapRecoverer;
    private final PushListeners pushListeners;
    private final Runnable changed;
    private final KeyBudget budget;
    private final Map<Channel<?>, ChannelSubscriptions<?>> channels = new LinkedHashMap<>();
    /** The channels that were pushed, which are few: found faster by a scan than by a hash. */
    private final List<ChannelSubscriptions<?>> pushed = new ArrayList<>();

    private final Map<Topic, TopicState<?>> topics = new ConcurrentHashMap<>();
    /** In the order of creation, so that runs can be repeated. */
    private final Set<SubscriptionHandle<?>> handles =
            new ConcurrentSkipListSet<>(Comparator.comparingLong((SubscriptionHandle<?> handle) -> handle.number));

    private final AtomicLong lastHandle = new AtomicLong();
    private final PendingUnsubscribes unsubscribes;
    private final ThrottledReporter<TopicState<?>> skippedPushes;
    private final DueTimer retryTimer;
    /** Whether the server has served anything on the present connection. */
    private boolean serving;

    private long connectedAt;
    private @Nullable ConnectionSession current;

    /** @param changed called when something may have to be sent */
    Subscriptions(
            Context context,
            StreamMetrics metrics,
            Events events,
            Mailboxes mailboxes,
            FutureCompleter futures,
            GapRecoverer gapRecoverer,
            Runnable changed) {
        this.context = context;
        this.metrics = metrics;
        this.events = events;
        this.mailboxes = mailboxes;
        this.futures = futures;
        this.gapRecoverer = gapRecoverer;
        this.pushListeners = new PushListeners(mailboxes, events);
        this.changed = changed;
        this.unsubscribes = new PendingUnsubscribes(futures);
        this.retryTimer = new DueTimer(context.loop(), this::untilRetry, changed);
        this.skippedPushes = new ThrottledReporter<>(context.loop(), Integer.MAX_VALUE, (kind, topic, count) -> {
            StreamEvent event = new StreamEvent.Malformed("malformed push of " + topic.topic, count, context.now());
            topic.eventOfPushes(event);
        });
        this.budget =
                new KeyBudget(context.options().maxKeys(), context.options().maxKeysSetting());
    }

    // ------------------------------------------------------------------ any thread

    /** A new subscription, if its keys are within the limit. Any thread. */
    <T> SubscriptionHandle<T> create(Channel<T> channel, Collection<String> keys) {
        Set<String> canonical = canonical(channel, keys);
        if (channel.isCounted()) {
            budget.take(canonical);
        }
        SubscriptionHandle<T> handle = new SubscriptionHandle<>(
                mailboxes, events, futures, this, lastHandle.incrementAndGet(), channel, canonical);
        handles.add(handle);
        return handle;
    }

    /** Any thread. */
    static Set<String> canonical(Channel<?> channel, Collection<String> keys) {
        Set<String> canonical = new LinkedHashSet<>();
        keys.forEach(key -> canonical.add(channel.canonicalKey(key)));
        if (canonical.isEmpty()) {
            throw new IllegalArgumentException("keys must not be empty");
        }
        return canonical;
    }

    /** The number of distinct keys held. Any thread. */
    int keysHeld() {
        return budget.size();
    }

    /** Any thread. */
    Set<SubscriptionHandle<?>> handles() {
        return handles;
    }

    @Override
    public void released(Channel<?> channel, String key) {
        if (channel.isCounted()) {
            budget.giveBack(key);
        }
    }

    @Override
    public <T> void givenUp(SubscriptionHandle<T> handle, Collection<String> keys) {
        context.post(() -> {
            remove(handle, keys);
            handle.removed(keys);
            changed.run();
        });
    }

    @Override
    public <T> void closed(SubscriptionHandle<T> handle) {
        handles.remove(handle);
        context.post(() -> {
            remove(handle, handle.keys());
            changed.run();
        });
    }

    /** The listeners to all pushes of a kind. Any thread. */
    PushListeners pushListeners() {
        return pushListeners;
    }

    /** The queues of all who receive pushes. Any thread. */
    List<Mailbox<?>> mailboxes() {
        List<Mailbox<?>> all = new ArrayList<>();
        handles.forEach(handle -> all.addAll(handle.mailboxes()));
        pushListeners.collect(all);
        return all;
    }

    /** Sends {@code event}, which concerns every topic, to all who receive pushes. */
    void event(StreamEvent event) {
        handles.forEach(handle -> handle.event(event));
        pushListeners.event(event);
    }

    /** The newest push of a topic. Any thread. */
    @SuppressWarnings("unchecked") // a topic belongs to the channel of that name
    <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        TopicState<?> topic = topics.get(new Topic(channel.name(), channel.canonicalKey(key)));
        Received<T> latest = topic == null ? null : (Received<T>) topic.latest();
        if (latest == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofMillis(Math.max(0, context.loop().millis() - latest.millis()));
        return Optional.of(new Latest<>(latest.data(), Instant.ofEpochMilli(latest.millis()), age));
    }

    /** All topics, wanted or not. Any thread. */
    Collection<TopicState<?>> topics() {
        return topics.values();
    }

    // ------------------------------------------------------------------ what is wanted

    <T> void add(SubscriptionHandle<T> handle) {
        ChannelSubscriptions<T> channel = channel(handle.channel);
        if (channel == null) {
            channel = newChannel(handle.channel);
            channels.put(handle.channel, channel);
        }
        for (String key : handle.keys()) {
            if (handle.wants(key)) {
                channel.add(handle, key);
            }
        }
    }

    private <T> ChannelSubscriptions<T> newChannel(Channel<T> channel) {
        List<PushListener<T>> listeners = pushListeners.of(channel.family());
        return new ChannelSubscriptions<>(context, events, this, channel, listeners, key -> {
            Topic topic = new Topic(channel.name(), key);
            return new TopicState<>(
                    channel, topic, context, events, listeners, gapRecoverer.recoveryOf(topic, channel));
        });
    }

    private <T> void remove(SubscriptionHandle<T> handle, Collection<String> keys) {
        ChannelSubscriptions<T> channel = channel(handle.channel);
        if (channel != null) {
            keys.forEach(key -> channel.remove(handle, key));
        }
    }

    @SuppressWarnings("unchecked") // equal channels push the same type
    private <T> @Nullable ChannelSubscriptions<T> channel(Channel<T> channel) {
        return (ChannelSubscriptions<T>) channels.get(channel);
    }

    @Override
    public void added(TopicState<?> topic) {
        topics.put(topic.topic, topic);
    }

    @Override
    public void removed(TopicState<?> topic) {
        topics.remove(topic.topic, topic);
    }

    /** Completes {@code done} when the server does not serve those of {@code keys} that nobody wants. */
    void awaitUnsubscribed(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        unsubscribes.add(channel, keys, done);
        completeUnsubscribes();
    }

    /** Completes the callers of unsubscribe whose keys are gone. */
    void completeUnsubscribes() {
        unsubscribes.check((channel, key) -> {
            ChannelSubscriptions<?> subscriptions = channels.get(channel);
            return subscriptions != null && subscriptions.isLeaving(key);
        });
    }

    boolean isSettled() {
        return channels.values().stream().allMatch(ChannelSubscriptions::isSettled);
    }

    // ------------------------------------------------------------------ what is sent

    /** The number of frames needed to subscribe what is missing. */
    int framesMissing() {
        return channels.values().stream()
                .mapToInt(ChannelSubscriptions::framesMissing)
                .sum();
    }

    @Nullable
    OutboundFrame nextRestore() {
        return nextSubscribe(true);
    }

    /** The next frame that subscribes; isolated keys last, and only if others are not known to be served without them. */
    @Nullable
    OutboundFrame nextSubscribe(ConnectionSession session) {
        OutboundFrame next = nextSubscribe(false);
        return next == null ? nextIsolated(session, false) : next;
    }

    private @Nullable OutboundFrame nextSubscribe(boolean restoring) {
        for (ChannelSubscriptions<?> channel : channels.values()) {
            OutboundFrame next = !restoring || channel.isRestoring() ? channel.nextSubscribe() : null;
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** The next frame with isolated keys without which others are served. */
    @Nullable
    OutboundFrame nextIsolated(ConnectionSession session) {
        return nextIsolated(session, true);
    }

    /** Only while no frame that subscribes is in flight, so that the end of the connection can be attributed to this one. */
    private @Nullable OutboundFrame nextIsolated(ConnectionSession session, boolean othersServed) {
        if (session.inFlight.count(SubscribingFrame.class) > 0) {
            return null;
        }
        ChannelSubscriptions<?> from = null;
        PoisonKeyDetector.Group next = null;
        for (ChannelSubscriptions<?> channel : channels.values()) {
            PoisonKeyDetector.Group group = channel.nextGroup(othersServed);
            if (group != null && (next == null || group.blamedAt() < next.blamedAt())) {
                from = channel;
                next = group;
            }
        }
        return from == null || next == null ? null : from.subscribe(next);
    }

    @Nullable
    OutboundFrame nextCancel() {
        for (ChannelSubscriptions<?> channel : channels.values()) {
            OutboundFrame next = channel.nextCancel();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** Nanoseconds until a frame that waits may be sent. */
    private long untilRetry() {
        return channels.values().stream()
                .mapToLong(ChannelSubscriptions::untilRetry)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    // ------------------------------------------------------------------ what arrives

    <T> void push(Channel<T> channel, String key, T data, int bytes, ConnectionSession from) {
        ChannelSubscriptions<T> subscriptions = pushed(channel);
        if (subscriptions == null) {
            metrics.orphan(channel.name());
            return;
        }
        serving = true;
        if (!subscriptions.push(key, data, bytes, from)) {
            metrics.orphan(channel.name());
        }
    }

    @SuppressWarnings("unchecked") // the same channel pushes the same type
    private <T> @Nullable ChannelSubscriptions<T> pushed(Channel<T> channel) {
        for (int i = 0; i < pushed.size(); i++) {
            ChannelSubscriptions<?> each = pushed.get(i);
            if (each.channel() == channel) {
                return (ChannelSubscriptions<T>) each;
            }
        }
        ChannelSubscriptions<T> found = channel(channel);
        if (found != null && found.channel() == channel) {
            pushed.add(found);
        }
        return found;
    }

    /** A push that cannot be read was skipped. */
    void skipped(Channel<?> channel, String key) {
        TopicState<?> topic = topics.get(new Topic(channel.name(), key));
        if (topic != null && topic.isWanted()) {
            skippedPushes.add(topic.topic.toString(), topic);
        }
    }

    @Override
    public void changed() {
        changed.run();
    }

    @Override
    public void acknowledged() {
        serving = true;
        changed.run();
    }

    @Override
    public void unanswered() {
        changed.run();
        retryTimer.reset();
    }

    @Override
    public boolean isHeld(String type) {
        return current != null && current.inFlight.isHeld(type);
    }

    @Override
    public void survivedIsolated() {
        channels.values().forEach(ChannelSubscriptions::survivedIsolated);
    }

    // ------------------------------------------------------------------ connections and the end

    void connected(ConnectionSession opened) {
        current = opened;
        serving = false;
        connectedAt = context.nanoTime();
        retryTimer.reset();
    }

    /** The connection is gone; {@code unanswered} are its frames without an answer, oldest first. */
    void disconnected(ConnectionSession ended, ConnectionEnd end, List<OutboundFrame> unanswered) {
        retryTimer.stop();
        current = null;
        Instant since = Instant.ofEpochMilli(ended.lastInboundMillis());
        channels.values().forEach(channel -> channel.lost(since, end.detail()));
        if (end.isPeerMade()) {
            blame(suspect(unanswered), end.detail());
        }
        completeUnsubscribes();
    }

    private void blame(@Nullable SubscribingFrame frame, String cause) {
        boolean isolated = frame != null && frame.isIsolated();
        boolean young = context.nanoTime() - connectedAt
                < context.options().backoff().resetAfter().toNanos();
        if (young && !(isolated && serving)) {
            channels.values().forEach(ChannelSubscriptions::forgiveIsolated);
        }
        if (frame != null) {
            frame.blame(serving, cause);
        }
    }

    /** The frame that may have ended the connection: one with isolated keys, else the last. */
    private static @Nullable SubscribingFrame suspect(List<OutboundFrame> unanswered) {
        SubscribingFrame last = null;
        for (OutboundFrame each : unanswered) {
            if (each instanceof SubscribingFrame frame && (last == null || !last.isIsolated())) {
                last = frame;
            }
        }
        return last;
    }

    /** Ends every subscription with {@code last} as its last event. */
    void end(StreamEvent last, RuntimeException why, boolean failed) {
        for (SubscriptionHandle<?> handle : handles) {
            handle.end(last, why, failed);
        }
        pushListeners.end(last, failed ? why : null);
        retryTimer.stop();
        skippedPushes.stop();
        unsubscribes.fail(why);
        handles.clear();
        channels.clear();
        pushed.clear();
        topics.clear();
    }
}
